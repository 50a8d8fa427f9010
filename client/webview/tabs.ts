import { type Markup, markup } from '../../server/src/pictures';
import { gridMove } from './keyboard/grid-moves';
import type { TabId } from './page-state';

export const TABS: readonly (readonly [TabId, string])[] = [
  ['risk', 'Risk'],
  ['coverage', 'Coverage'],
  ['data-flow', 'Data flow'],
  ['simulation', 'Simulation'],
];

/** The tabs; each has its panel in `panels`. */
export function tabList(chosen: TabId): Markup {
  const tabs = TABS.map(([id, words]) =>
    markup(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        class: 'tab',
        'data-tab': id,
        'data-key': `tab-${id}`,
        'aria-controls': `panel-${id}`,
        'aria-selected': String(id === chosen),
        tabindex: id === chosen ? 0 : -1,
      },
      [words],
    ),
  );
  return markup('div', { role: 'tablist', class: 'tabs', 'aria-label': 'Risk overview' }, tabs);
}

export function tabPanels(chosen: TabId): Markup[] {
  return TABS.map(([id]) =>
    markup('div', {
      role: 'tabpanel',
      id: `panel-${id}`,
      class: 'panel',
      'aria-labelledby': `tab-${id}`,
      hidden: id === chosen ? null : '',
    }),
  );
}

/** Arrows, Home and End move among the tabs, and what they reach is chosen. */
export function useTabs(root: HTMLElement, choose: (id: TabId) => void): void {
  const all = [...root.querySelectorAll<HTMLElement>('[role="tab"]')];
  const take = (tab: HTMLElement | undefined) => {
    const id = TABS.find(([one]) => one === tab?.dataset.tab)?.[0];
    if (tab === undefined || id === undefined) return;
    for (const other of all) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      document.getElementById(`panel-${other.dataset.tab}`)?.toggleAttribute('hidden', other !== tab);
    }
    choose(id);
  };
  for (const tab of all) {
    tab.addEventListener('click', () => take(tab));
    tab.addEventListener('keydown', (event) => {
      const next = gridMove(event, { row: 0, column: all.indexOf(tab) }, { rows: 1, lengthOf: () => all.length });
      const target = next === null ? undefined : all[next.column];
      if (target === undefined || target === tab) return;
      event.preventDefault();
      target.focus();
      take(target);
    });
  }
}

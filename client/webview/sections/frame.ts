import { type Markup, markup } from '../../../server/src/pictures';
import type { Overview, PageNotice } from '../../../server/src/protocol';
import type { TabId } from '../page-state';
import { tabList, tabPanels } from '../tabs';
import { counted } from '../words';

/** What stands around the tabs: the title, which the overview gives, and the tabs themselves. */
export function frame(tab: TabId): Markup[] {
  return [
    markup('header', {}, [
      markup('div', { class: 'titles' }, [markup('h1'), markup('p', { class: 'subtitle' })]),
      tabList(tab),
    ]),
    markup('main', {}, tabPanels(tab)),
  ];
}

export function subtitle({ summary }: Overview): string {
  const { apis, operations, threats, methods } = summary;
  const counts = [counted(apis, 'API'), counted(operations, 'operation'), counted(threats, 'threat')].join(', ');
  return methods.length === 0 ? counts : `${counts}, ranked by ${methods.join(' and ')}`;
}

const NOTICES: Readonly<Record<PageNotice, string>> = {
  searching: 'Looking for API descriptions and threat models …',
  failed:
    'The language server did not answer. “Stridewise: Show Log” says why, and “Stridewise: Restart Language Server” tries again.',
  noApi: 'Nothing in this workspace is an OpenAPI description. A file counts by its root key, whatever its name.',
};

/** Why there is nothing to show. */
export function notice(why: PageNotice): Markup {
  return markup('main', { class: 'notice' }, [
    markup('h1', {}, ['Risk overview']),
    markup('p', { role: 'status' }, [NOTICES[why]]),
  ]);
}

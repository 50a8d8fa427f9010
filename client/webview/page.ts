import { type Markup, markup } from '../../server/src/pictures';
import type { Overview, PageNotice, ToPage } from '../../server/src/protocol';
import { useCoverage } from './behaviour/coverage';
import { useDiagram } from './behaviour/diagram';
import { useMatrix } from './behaviour/matrix';
import { exchange } from './dom/focus';
import { toDom } from './dom/to-dom';
import type { Host } from './host';
import type { PageContext } from './page-context';
import type { PageState, TabId } from './page-state';
import { coverageSection } from './sections/coverage';
import { dataFlowSection } from './sections/data-flow';
import { frame, notice, subtitle } from './sections/frame';
import { matrixSection } from './sections/matrix';
import { simulationSection } from './sections/simulation';
import { summarySection } from './sections/summary';
import { afterMessage, NO_SIMULATION, type SimulationState } from './simulation-state';
import { useTabs } from './tabs';

/** The page: one tab is drawn at a time, and anew when the client tells something. */
export class Page implements PageContext {
  #overview: Overview | null = null;
  #simulation = NO_SIMULATION;
  #state: PageState;
  /** Tabs whose panel shows what is known now. */
  readonly #drawn = new Set<TabId>();

  constructor(
    readonly root: HTMLElement,
    readonly host: Host,
  ) {
    this.#state = host.kept;
    this.#notice('searching');
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  get state(): PageState {
    return this.#state;
  }

  get overview(): Overview | null {
    return this.#overview;
  }

  get simulation(): SimulationState {
    return this.#simulation;
  }

  receive(message: ToPage): void {
    if (message.type === 'overview') this.#show(message.overview);
    else if (message.type === 'notice') this.#notice(message.notice);
    else this.#simulated(message);
  }

  keep(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    if (Object.keys(change).every((key) => key === 'scroll' || key === 'view')) this.host.keepSoon(this.#state);
    else this.host.keep(this.#state);
  }

  /** Draws the chosen tab once more, for instance since another view of it was chosen. */
  redraw(): void {
    this.#drawn.delete(this.#state.tab);
    this.#draw();
  }

  #show(overview: Overview): void {
    const first = this.#overview === null;
    this.#overview = overview;
    this.#drawn.clear();
    if (first) this.#frame();
    this.root.querySelector('h1')?.replaceChildren(overview.title);
    this.root.querySelector('.subtitle')?.replaceChildren(subtitle(overview));
    this.#draw();
    if (first) window.scrollTo(0, this.#state.scroll);
  }

  #frame(): void {
    this.root.replaceChildren(...frame(this.#state.tab).map((part) => toDom(part)));
    useTabs(this.root, (tab) => {
      this.keep({ tab, scroll: 0 });
      window.scrollTo(0, 0);
      this.#draw();
    });
  }

  #notice(why: PageNotice): void {
    this.#overview = null;
    this.root.replaceChildren(toDom(notice(why)));
  }

  #draw(): void {
    const { tab } = this.#state;
    const panel = document.getElementById(`panel-${tab}`);
    if (this.#overview === null || panel === null || this.#drawn.has(tab)) return;
    this.#drawn.add(tab);
    exchange(panel, toDom(markup('div', { class: 'content' }, this.#content(this.#overview, tab))));
    if (tab === 'risk') useMatrix(panel, this.#overview, this);
    if (tab === 'coverage') useCoverage(panel, this.#overview, this);
    if (tab === 'data-flow') useDiagram(panel, this.#overview, this);
  }

  #content(overview: Overview, tab: TabId): Markup[] {
    switch (tab) {
      case 'risk':
        return [summarySection(overview.summary), matrixSection(overview, this.#state)];
      case 'coverage':
        return [coverageSection(overview, this.#state)];
      case 'data-flow':
        return [dataFlowSection(overview)];
      case 'simulation':
        return [simulationSection(this.#simulation)];
    }
  }

  #simulated(message: ToPage): void {
    const before = this.#simulation;
    this.#simulation = afterMessage(before, message);
    const bar = document.getElementById('simulation-progress');
    // As long as only the bar moves, what stands around it is left alone.
    if (message.type === 'progress' && before.done !== null && bar instanceof HTMLProgressElement) {
      bar.value = message.done;
      return;
    }
    this.#drawn.delete('simulation');
    this.#draw();
  }

  #scrolled(): void {
    if (this.#overview !== null) this.keep({ scroll: Math.round(window.scrollY) });
  }
}

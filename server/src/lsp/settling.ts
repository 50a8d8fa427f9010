import { CHANGED, type Changed } from '../protocol';
import type { Context } from './context';
import { debounce } from './debounce';
import { loadMissing } from './discovery';
import { EvidenceWatch } from './evidence';
import { countOpen } from './findings';
import { registerPull } from './handlers/diagnostics';
import { notCheckedBy } from './handlers/not-checked';
import { Pulled } from './pulled';
import { Push } from './push';
import { WorkspacePull } from './workspace-pull';

const MOST_BARE = 1000;
/** Milliseconds without a change after which neighbours of an edited file are looked at. */
const QUIET = 120;

/** What follows a change: new references are loaded, then everybody who shows something learns what is new. */
export class Settling {
  readonly #push: Push;
  readonly #workspacePull: WorkspacePull;
  readonly #pulled: Pulled;
  readonly #evidence = new EvidenceWatch();
  readonly #changed = new Set<string>();
  readonly #soon = debounce(() => this.#pushEdited(), 0);
  readonly #later = debounce(() => this.now(), QUIET);

  constructor(private readonly context: Context) {
    this.#push = new Push(context);
    this.#pulled = new Pulled(context, () => this.#later());
    this.#workspacePull = new WorkspacePull(context, this.#pulled);
  }

  register(): void {
    if (this.context.abilities.pull) registerPull(this.#workspacePull, this.#pulled)(this.context);
  }

  changed(uri: string): void {
    this.#changed.add(uri);
    if (!this.context.abilities.pull) this.#soon();
    this.#later();
  }

  /** Looks after everything that has changed, in the background. */
  now(): void {
    this.#later.cancel();
    void this.context.background.run(() => this.#settle());
  }

  stop(): void {
    this.#soon.cancel();
    this.#later.cancel();
  }

  async #settle(): Promise<void> {
    const { context } = this;
    const uris = [...this.#changed];
    this.#changed.clear();
    for (const uri of uris) context.session.reconsider(uri);
    await loadMissing(context);
    if (!context.search.isOver) return;
    this.#evidence.update(context);
    if (context.abilities.pull) {
      await this.#pulled.refreshIfStale();
      await this.#workspacePull.update();
    } else await this.#push.all();
    for (const settled of context.onSettled) settled();
    this.#notify();
  }

  // Not in the background: what is typed does not wait behind a search.
  #pushEdited(): void {
    const { connection, session } = this.context;
    for (const uri of this.#changed) {
      if (session.open.has(uri)) this.#push.file(uri).catch((error) => connection.console.error(String(error)));
    }
  }

  #notify(): void {
    const { abilities, connection, search, session } = this.context;
    if (!abilities.own.changes) return;
    const analysis = session.analysis();
    const changed: Changed = {
      searching: !search.isOver,
      apis: analysis.apis.filter(({ called }) => called === null).length,
      models: analysis.models.length,
      goals: analysis.models.reduce((sum, { goals }) => sum + goals.length, 0),
      ...countOpen(analysis, session.hidden),
      notChecked: notCheckedBy(this.context).length,
      bare: analysis.apis
        .filter(({ models }) => models.length === 0)
        .slice(0, MOST_BARE)
        .map(({ description }) => session.clientUri(description.uri)),
    };
    void connection.sendNotification(CHANGED, changed);
  }
}

import { Disposable, window } from 'vscode';
import { createPanel, OVERVIEW_TYPE, type OverviewHost, OverviewPanel } from './overview-panel';

/** The risk overview: at most one panel, which comes back after a reload of the window. */
export class Overviews extends Disposable {
  #open: OverviewPanel | null = null;
  readonly #serializer: Disposable;

  constructor(private readonly host: OverviewHost) {
    // The panel stays: where the window is only loaded again, it is to come back.
    super(() => this.#serializer.dispose());
    this.#serializer = window.registerWebviewPanelSerializer(OVERVIEW_TYPE, {
      deserializeWebviewPanel: async (panel) => {
        this.#open?.panel.dispose();
        this.#adopt(panel);
      },
    });
  }

  /** Shows the panel; opens it where there is none. */
  show(): void {
    if (this.#open) this.#open.panel.reveal();
    else this.#adopt(createPanel());
  }

  #adopt(panel: OverviewPanel['panel']): void {
    const adopted = new OverviewPanel(panel, this.host, () => {
      if (this.#open === adopted) this.#open = null;
    });
    this.#open = adopted;
  }
}

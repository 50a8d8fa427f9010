import { type Disposable, workspace } from 'vscode';
import { type BaseLanguageClient, CodeLensRequest, InlayHintRequest, type Middleware } from 'vscode-languageclient';
import { MODEL_LANGUAGE } from './languages';

const LENSES = 'stridewise.codeLens';
const HINTS = 'stridewise.inlayHints';

const isOn = (setting: string) => workspace.getConfiguration().get<unknown>(setting) !== false;

/** Leaves out what the settings do not want to see between the lines of a model. */
export function shownInModels(): Pick<Middleware, 'provideCodeLenses' | 'provideInlayHints'> {
  return {
    provideCodeLenses: (document, token, next) => (isOn(LENSES) ? next(document, token) : []),
    provideInlayHints: (document, range, token, next) => (isOn(HINTS) ? next(document, range, token) : []),
  };
}

/** Asks for them again when the settings change. */
export function onShownChange(client: () => BaseLanguageClient | null): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    const running = client();
    const model = workspace.textDocuments.find(({ languageId }) => languageId === MODEL_LANGUAGE);
    if (running === null || model === undefined) return;
    if (event.affectsConfiguration(LENSES)) {
      running.getFeature(CodeLensRequest.method).getProvider(model)?.onDidChangeCodeLensEmitter.fire();
    }
    if (event.affectsConfiguration(HINTS)) {
      running.getFeature(InlayHintRequest.method).getProvider(model)?.onDidChangeInlayHints.fire();
    }
  });
}

import { type CodeLens, type Disposable, workspace } from 'vscode';
import { type BaseLanguageClient, CodeLensRequest, InlayHintRequest, type Middleware } from 'vscode-languageclient';
import { SPEC_LENS, type SpecLensMode, type SpecLensParams } from '../../server/src/protocol';
import { LANGUAGES } from './languages';

const LENSES = 'stridewise.codeLens';
const SPEC_LENSES = 'stridewise.specLens';
const HINTS = 'stridewise.inlayHints';

const isOn = (setting: string) => workspace.getConfiguration().get<unknown>(setting) !== false;

/** Which lenses descriptions have. */
export function specLensMode(): SpecLensMode {
  const value = workspace.getConfiguration().get<unknown>(SPEC_LENSES);
  return value === 'off' || value === 'full' ? value : 'summary';
}

/** Leaves out what the settings do not want to see between the lines of a model. */
export function shownInText(): Pick<Middleware, 'provideCodeLenses' | 'provideInlayHints'> {
  return {
    provideCodeLenses: async (document, token, next) => {
      const lenses = await next(document, token);
      return isOn(LENSES) ? lenses : lenses?.filter((lens) => !isOfModel(lens));
    },
    provideInlayHints: (document, range, token, next) => (isOn(HINTS) ? next(document, range, token) : []),
  };
}

/** Those of models name the section of their entry. */
function isOfModel(lens: CodeLens): boolean {
  return 'data' in lens && typeof lens.data === 'object' && lens.data !== null && 'section' in lens.data;
}

/** Asks for them again when the settings change; which lenses descriptions have is told the server, which then has them asked for. */
export function onShownChange(client: () => BaseLanguageClient | null): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    const running = client();
    if (running === null) return;
    if (event.affectsConfiguration(SPEC_LENSES)) {
      const params: SpecLensParams = { mode: specLensMode() };
      void running.sendNotification(SPEC_LENS, params);
    }
    const shown = workspace.textDocuments.find(({ languageId }) => LANGUAGES.includes(languageId));
    if (shown === undefined) return;
    if (event.affectsConfiguration(LENSES)) {
      running.getFeature(CodeLensRequest.method).getProvider(shown)?.onDidChangeCodeLensEmitter.fire();
    }
    if (event.affectsConfiguration(HINTS)) {
      running.getFeature(InlayHintRequest.method).getProvider(shown)?.onDidChangeInlayHints.fire();
    }
  });
}

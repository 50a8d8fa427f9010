import { type Disposable, workspace } from 'vscode';

const SETTING = 'stridewise.hide';

/** Rules whose findings the settings hide. */
export function hiddenRules(): string[] {
  const value = workspace.getConfiguration().get<unknown>(SETTING);
  return Array.isArray(value) ? value.filter((rule) => typeof rule === 'string') : [];
}

export function onHiddenRulesChange(told: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SETTING)) told();
  });
}

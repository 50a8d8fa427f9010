import { ConfigurationTarget, workspace } from 'vscode';

/** Runs with one of our settings at another value. */
export async function withSetting(name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = workspace.getConfiguration('stridewise');
  await settings.update(name, value, ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await settings.update(name, undefined, ConfigurationTarget.Global);
  }
}

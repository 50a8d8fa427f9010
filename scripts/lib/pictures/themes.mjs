/** The kinds of theme that VS Code has: the theme of each by its name in settings, and what the window and a page of ours are then. */
export const THEMES = [
  { name: 'light', setting: 'Light 2026', workbench: '.monaco-workbench.vs', body: 'body.vscode-light' },
  { name: 'dark', setting: 'Dark 2026', workbench: '.monaco-workbench.vs-dark', body: 'body.vscode-dark' },
  {
    name: 'contrast-dark',
    setting: 'Default High Contrast',
    workbench: '.monaco-workbench.hc-black',
    body: 'body.vscode-high-contrast',
  },
  {
    name: 'contrast-light',
    setting: 'Default High Contrast Light',
    workbench: '.monaco-workbench.hc-light',
    body: 'body.vscode-high-contrast-light',
  },
];

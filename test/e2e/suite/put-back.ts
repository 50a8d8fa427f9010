import { commands, type Event, FileType, languages, Uri, workspace } from 'vscode';
import { exampleFile, show } from './example';
import { groupBy, threats, tree } from './extension';
import { ours, ruleOf, until } from './wait';

const DESCRIBED = ['openapi.yaml', 'v1.yaml', 'shop.threats.yaml'];

/** What is told of the example; of the questions there is one where a file is closed. */
function told(): string {
  const lines = DESCRIBED.flatMap((name) =>
    ours(exampleFile(name))
      .filter((one) => ruleOf(one) !== 'unanswered')
      .map((one) => `${name}:${one.range.start.line + 1} ${ruleOf(one)}: ${one.message}`),
  );
  return lines.sort().join('\n');
}

/**
 * The rows of the tree about the example, from the riskiest. VS Code has files open for a while that are gone: they may have rows
 * as well, and set APIs of one name apart by more of their place.
 */
async function inTree(): Promise<string> {
  const uris = DESCRIBED.map((name) => exampleFile(name).toString());
  const nodes = (await tree()).flatMap(({ rows }) => rows.map(({ node }) => node));
  const own = nodes.filter(({ finding }) => uris.some((uri) => finding.endsWith(` in ${uri}`)));
  return own
    .map(({ label, description }) => `${label}: ${description}`.replace(/ \([^()]*\([^()]*\)\)/g, ''))
    .join('\n');
}

/** Every file below a folder. */
async function filesBelow(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder);
  const below = entries.map(async ([name, type]) => {
    const uri = Uri.joinPath(folder, name);
    return type === FileType.Directory ? filesBelow(uri) : [uri];
  });
  return (await Promise.all(below)).flat();
}

async function revertAll(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await show(document.uri);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Takes in how the window and the example are; what it gives puts them back, and fails where what is told does not come back. */
export async function putBack(): Promise<() => Promise<void>> {
  await groupBy('Risk');
  const before = told();
  const rows = await inTree();
  const files = new Set((await filesBelow(exampleFile(''))).map(String));
  return async () => {
    for (const close of ['workbench.action.closeQuickOpen', 'leaveSnippet', 'notifications.clearAll'])
      await commands.executeCommand(close);
    for (const forget of ['uncheckAll', 'clearFilter', 'groupByRisk'])
      await commands.executeCommand(`stridewise.${forget}`);
    await revertAll();
    await commands.executeCommand('workbench.action.closeAllEditors');
    const left = (await filesBelow(exampleFile(''))).filter((file) => !files.has(String(file)));
    for (const file of left) await workspace.fs.delete(file);
    await comesBack('what is told', languages.onDidChangeDiagnostics, told, before);
    await comesBack('the tree', threats().onDidChangeTree, inTree, rows);
  };
}

async function comesBack(what: string, event: Event<unknown>, see: () => string | Promise<string>, before: string) {
  await until(`${what} comes back`, event, async () => (await see()) === before, 15_000).catch(async (error: Error) => {
    throw new Error(`${error.message}; before:\n${before}\nnow:\n${await see()}`);
  });
}

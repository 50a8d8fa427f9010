import * as assert from 'node:assert/strict';
import { commands, type Diagnostic, type TextDocument, Uri, window, workspace } from 'vscode';
import { again, exampleFile, onDisk, setText, show } from '../example';
import type { Case } from '../harness';
import { offered, run } from '../offered';
import { inVirtualFolder, memory, oneFolder } from '../virtual-folder';
import { diagnosticsOf, ruleOf, until } from '../wait';

const SPEC = ['openapi.yaml'];
const LOCK = { 'shop.threats.lock.json': '{\n"reviewed": "2020-01-01",\n"stridewiseLock": 1\n}\n' };

/** A folder in memory. */
interface Place {
  readonly spec: Uri;
  readonly file: (name: string) => Uri;
  /** The names of all that it holds. */
  readonly holds: () => readonly string[];
}

/** Marks the model of a folder as reviewed; the sentence that says why where that was not possible. */
async function review({ file }: Place): Promise<string | null> {
  let isDone = false;
  const marking = commands
    .executeCommand<string | null>('stridewise.markReviewed', file('shop.threats.yaml'))
    .then((problem) => {
      isDone = true;
      return problem;
    });
  await again('workbench.action.acceptSelectedQuickOpenItem', () => isDone);
  return marking;
}

/** Does something in a folder in memory once its description is judged. */
function inFolder(
  act: (place: Place) => Promise<string>,
  options: NonNullable<Parameters<typeof inVirtualFolder>[1]>,
): Promise<string> {
  return inVirtualFolder(async (spec) => {
    await diagnosticsOf(spec, 'diagnostics in the folder');
    const folder = Uri.joinPath(spec, '..');
    const below = () => [...memory.files.keys()].filter((path) => path.startsWith(`${folder.path}/`));
    const holds = () => below().map((path) => path.slice(folder.path.length + 1));
    return act({ spec, file: (name) => Uri.joinPath(folder, name), holds });
  }, options);
}

async function revert(document: TextDocument): Promise<void> {
  await show(document.uri);
  await commands.executeCommand('workbench.action.files.revert');
}

export const writeCases = (): readonly Case[] => [
  {
    name: 'a full disk: a new model is not made, nor half of it, and a message says so',
    skip: oneFolder(),
    run: () =>
      inFolder(
        async ({ spec, file, holds }) => {
          memory.full = true;
          const why = await commands.executeCommand<string>('stridewise.newModel', spec);
          assert.match(why, /^The editor refused to change .*openapi\.threats\.yaml\.$/);
          assert.deepEqual(holds(), SPEC);
          memory.full = false;
          assert.equal(await commands.executeCommand('stridewise.newModel', spec), null);
          assert.equal(window.activeTextEditor?.document.getText(), await onDisk(file('openapi.threats.yaml')));
          return why;
        },
        { name: 'new', names: SPEC },
      ),
  },
  {
    name: 'a full disk: a first answer makes no model, nor half of one, and a message says so',
    skip: oneFolder(),
    run: () =>
      inFolder(
        async ({ spec, file, holds }) => {
          const action = await offered(spec, /^Mitigate/);
          memory.full = true;
          const why = await run(action);
          assert.match(String(why), /^The editor refused to create .*openapi\.threats\.yaml\.$/);
          assert.deepEqual(holds(), SPEC);
          memory.full = false;
          assert.equal(await run(action), null);
          const document = window.activeTextEditor?.document;
          assert.ok(document);
          assert.equal(document.getText(), await onDisk(file('openapi.threats.yaml')), 'it is there whole at once');
          await commands.executeCommand('type', { text: 'implemented' });
          assert.match(document.getText(), /status: implemented\n$/, 'its first value to fill in is selected');
          await commands.executeCommand('leaveSnippet');
          await revert(document);
          return String(why);
        },
        { name: 'first', names: SPEC },
      ),
  },
  {
    name: 'a full disk: a first review writes neither a lock nor a day, and a message says so',
    skip: oneFolder(),
    run: () =>
      inFolder(
        async (place) => {
          const model = await workspace.openTextDocument(place.file('shop.threats.yaml'));
          const [before, held] = [model.getText(), place.holds()];
          memory.full = true;
          const why = await review(place);
          assert.match(String(why), /^The editor refused to change .*shop\.threats\.lock\.json.*\.$/);
          assert.deepEqual([model.getText(), place.holds()], [before, held]);
          memory.full = false;
          assert.equal(await review(place), null);
          assert.match(await onDisk(place.file('shop.threats.lock.json')), /"stridewiseLock": 1\n\}\n$/);
          assert.notEqual(model.getText(), before);
          await revert(model);
          return String(why);
        },
        { name: 'unlocked' },
      ),
  },
  {
    name: 'a full disk: a lock that cannot be saved stays open, and a message says so',
    skip: oneFolder(),
    run: () =>
      inFolder(
        async (place) => {
          const { uri } = await show(place.file('shop.threats.yaml'));
          const isRead = (all: readonly Diagnostic[]) => all.some((one) => ruleOf(one) === 'changed-since-review');
          await diagnosticsOf(uri, 'what has changed since the lock', isRead);
          memory.full = true;
          const why = await review(place);
          assert.match(String(why), /shop\.threats\.lock\.json is changed, and could not be saved/);
          memory.full = false;
          const lock = await workspace.openTextDocument(place.file('shop.threats.lock.json'));
          assert.equal(lock.isDirty, true);
          await lock.save();
          assert.match(await onDisk(lock.uri), /"store GET \/products": [\s\S]*"stridewiseLock": 1\n\}\n$/);
          await revert(await workspace.openTextDocument(place.file('shop.threats.yaml')));
          return String(why);
        },
        { name: 'locked', more: LOCK },
      ),
  },
  {
    name: 'a text that changes while our change is on its way keeps what was typed, and a message says so',
    async run() {
      const { uri } = await show(exampleFile('openapi.yaml'));
      await diagnosticsOf(uri, 'diagnostics on the specification');
      const action = await offered(uri, /^Use https|^Mark .* as readOnly|^Declare a 429/);
      const document = await workspace.openTextDocument(uri);
      const before = document.getText();
      const typing = setText(document, `# typed\n${before}`);
      const why = await run(action);
      await typing;
      await until(
        'the typed line',
        workspace.onDidChangeTextDocument,
        () => document.getText() === `# typed\n${before}`,
      );
      assert.match(String(why), /has changed since|refused to change/);
      await revert(document);
      return String(why);
    },
  },
];

import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { type ApplyFix, digestOf } from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { applied, PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

async function actionsOn(code: string): Promise<CodeAction[]> {
  const items = await client.pullItems(SPEC_URI);
  const diagnostic = items.find((item) => item.code === code);
  if (!diagnostic) throw new Error(`no ${code} in ${items.map((item) => item.code).join(', ')}`);
  const answer = await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: SPEC_URI },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });
  return answer as CodeAction[];
}

describe('code actions', () => {
  it('insert an answer into the open model, and the diagnostic follows the unsaved text', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(SPEC_URI, SPEC);
    await client.open(MODEL_URI, MODEL);
    const actions = await actionsOn('missing-authentication');
    expect(actions.length).toBeGreaterThanOrEqual(4);
    expect(actions.every(({ edit, command }) => edit !== undefined && command === undefined)).toBe(true);
    const [first] = actions;
    const [edit] = (first?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(edit?.textDocument).toEqual({ uri: MODEL_URI, version: 1 });
    const before = await client.pullItems(SPEC_URI);
    const text = applied(MODEL, edit?.edits as Parameters<typeof applied>[1]);
    await client.change(MODEL_URI, 2, { text });
    const after = await client.pullItems(SPEC_URI);
    expect(after).not.toEqual(before);
  });

  it('create the model where there is none', async () => {
    client = await TestClient.start({ capabilities: PULL, files: new Map([[SPEC_URI, SPEC]]) });
    await client.open(SPEC_URI, SPEC);
    const items = await client.pullItems(SPEC_URI);
    const answers = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: SPEC_URI },
      range: items[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      context: { diagnostics: items },
    })) as CodeAction[];
    const creating = answers.find(({ edit }) => edit?.documentChanges?.some((change) => 'kind' in change));
    expect(creating?.edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: MODEL_URI });
    const text = (creating?.edit?.documentChanges?.[1] as TextDocumentEdit | undefined)?.edits[0];
    expect(text).toMatchObject({ newText: expect.stringContaining('stridewise: 1') });
  });

  it('are a command for the client that names one', async () => {
    client = await TestClient.start({
      capabilities: PULL,
      initializationOptions: { applyFixCommand: 'stridewise.applyFix', rulePage: 'command:open?{rule}' },
    });
    await client.open(SPEC_URI, SPEC);
    await client.open(MODEL_URI, MODEL);
    const actions = await actionsOn('missing-authentication');
    const apply = actions[0]?.command?.arguments?.[0] as ApplyFix;
    expect(actions[0]?.command?.command).toBe('stridewise.applyFix');
    expect(apply.edits[0]).toMatchObject({ uri: MODEL_URI, version: 1, create: false });
    expect(apply.cursor?.uri).toBe(MODEL_URI);
  });

  it('say why they cannot be made: to our client by a command, to others where they show it', async () => {
    const model = MODEL.replace(/\nmitigations:[\s\S]*$/, '\n').concat('mitigations:\n  - one\n');
    const codeAction = PULL.textDocument?.codeAction;
    const disabled = {
      ...PULL,
      textDocument: { ...PULL.textDocument, codeAction: { ...codeAction, disabledSupport: true } },
    };
    const answers = async (capabilities: typeof PULL, initializationOptions = {}) => {
      client = await TestClient.start({ capabilities, initializationOptions });
      await client.open(SPEC_URI, SPEC);
      await client.open(MODEL_URI, model);
      const actions = await actionsOn('missing-authentication');
      return actions.filter(({ title }) => title.startsWith('Mitigate'));
    };
    const [told] = await answers(disabled);
    expect(told?.disabled?.reason).toContain('`mitigations`, which holds a list');
    expect(told?.edit).toBeUndefined();
    await client.stop();
    expect(await answers(PULL)).toEqual([]);
    await client.stop();
    const [ours] = await answers(PULL, { applyFixCommand: 'stridewise.applyFix' });
    expect(ours?.command?.arguments?.[0]).toMatchObject({ edits: [], refused: told?.disabled?.reason });
  });

  it('are snippets only for a client that takes them', async () => {
    for (const snippetEditSupport of [true, false]) {
      const workspaceEdit = { ...PULL.workspace?.workspaceEdit, snippetEditSupport };
      client = await TestClient.start({
        capabilities: { ...PULL, workspace: { ...PULL.workspace, workspaceEdit } },
      });
      await client.open(SPEC_URI, SPEC);
      await client.open(MODEL_URI, MODEL);
      const accept = (await actionsOn('missing-authentication')).find(({ title }) => title.startsWith('Accept'));
      const [edit] = (accept?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      const inserted = JSON.stringify(edit?.edits);
      expect(inserted.includes(`reason: \${1:TODO how we know that`)).toBe(snippetEditSupport);
      expect(inserted.includes(`until: \${3:TODO}`)).toBe(snippetEditSupport);
      expect(inserted.includes('reason: TODO how we know that')).toBe(!snippetEditSupport);
      if (snippetEditSupport) await client.stop();
    }
  });

  it('tell which text of a closed model they were made for', async () => {
    client = await TestClient.start({
      capabilities: PULL,
      files: new Map([
        [SPEC_URI, SPEC],
        [MODEL_URI, MODEL],
      ]),
      initializationOptions: { applyFixCommand: 'stridewise.applyFix' },
    });
    await client.open(SPEC_URI, SPEC);
    const [action] = await actionsOn('missing-authentication');
    const apply = action?.command?.arguments?.[0] as ApplyFix;
    expect(apply.edits[0]).toMatchObject({ version: null, digest: digestOf(MODEL) });
    expect(digestOf(`\ufeff${MODEL.replace(/\n/g, '\r\n')}`)).toBe(digestOf(MODEL));
    expect(digestOf(`${MODEL}# one more line\n`)).not.toBe(digestOf(MODEL));
  });

  it('are not given to a client that wants other kinds', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(SPEC_URI, SPEC);
    const answer = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: SPEC_URI },
      range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
      context: { diagnostics: [], only: ['source.organizeImports'] },
    });
    expect(answer).toEqual([]);
  });
});

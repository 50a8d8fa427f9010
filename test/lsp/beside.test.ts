import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionList, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { ANSWER_SEVERAL, FINDING_FIXES, type FindingFix, type SeveralFix } from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

const CAPABILITIES = {
  ...PULL,
  workspace: {
    ...PULL.workspace,
    configuration: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
};

/** A client whose settings say where answers of the description are written. */
async function start(place: unknown, files = { [SPEC_URI]: SPEC, [MODEL_URI]: MODEL }): Promise<string[]> {
  const asked: string[] = [];
  client = await TestClient.start({
    capabilities: CAPABILITIES,
    configuration: ({ scopeUri, section }) => {
      if (section !== 'stridewise.answers.place') return null;
      asked.push(scopeUri ?? '');
      return place;
    },
  });
  for (const [uri, text] of Object.entries(files)) await client.open(uri, text);
  return asked;
}

async function actions(uri: string, line: number, character: number, code?: string): Promise<CodeAction[]> {
  const items = code === undefined ? [] : (await client.pullItems(uri)).filter((item) => item.code === code);
  const at = { line, character };
  const range = items[0]?.range ?? { start: at, end: at };
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: items },
  });
}

const urisOf = ({ edit }: CodeAction) =>
  ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri);

describe('Where answers are written', () => {
  it.each(['description', 'model', 'elsewhere', null])(
    'is what the setting of the description says: %s',
    async (place) => {
      const asked = await start(place);
      const found = await actions(SPEC_URI, 0, 0, 'missing-authentication');
      const answers = found.filter(({ title }) =>
        /^(?:Mitigate|Accept|Transfer|Avoid): Anyone can call it/.test(title),
      );
      expect(answers.length).toBeGreaterThan(3);
      const wanted = place === 'description' ? SPEC_URI : MODEL_URI;
      expect(new Set(answers.flatMap(urisOf))).toEqual(new Set([wanted]));
      expect(asked[0]).toBe(SPEC_URI);
    },
  );

  it('holds for the rows of the tree, one or several', async () => {
    await start('description');
    const items = await client.pullItems(SPEC_URI);
    const [finding] = items.flatMap(({ code, data }) =>
      code === 'missing-authentication' ? (data?.finding ?? []) : [],
    );
    const fixes = await client.connection.sendRequest<FindingFix[]>(FINDING_FIXES, { finding });
    const accept = fixes.find(({ strategy }) => strategy === 'accept');
    expect(accept?.edits.map(({ uri }) => uri)).toEqual([SPEC_URI]);
    const several = await client.connection.sendRequest<SeveralFix[]>(ANSWER_SEVERAL, {
      subjects: items.flatMap(({ data }) => (data?.finding === undefined ? [] : [{ finding: data.finding }])),
    });
    const written = several.find(({ strategy }) => strategy === 'accept');
    expect(written?.edits.map(({ uri }) => uri)).toEqual([SPEC_URI]);
    expect(written?.edits[0]?.edits.some(({ newText }) => newText.includes('x-stridewise'))).toBe(true);
  });
});

describe('An answer of the model', () => {
  it('moves by a refactoring that says what is published', async () => {
    const model = `${MODEL}mitigations:\n  moves: { covers: denial on shop, status: planned }\n`;
    await start('model', { [SPEC_URI]: SPEC, [MODEL_URI]: model });
    const line = model.split('\n').findIndex((one) => one.includes('moves:'));
    const move = (await actions(MODEL_URI, line, 4)).find(({ kind }) => kind === 'refactor.move');
    expect(move?.title).toMatch(/^Move this answer into \S+, to its root \(it is published with it\)$/);
    expect(new Set(move && urisOf(move))).toEqual(new Set([SPEC_URI, MODEL_URI]));
    expect(move?.edit?.changeAnnotations, 'in a preview one file could be ticked alone').toBeUndefined();
  });

  it('is completed in the description', async () => {
    const text = SPEC.replace('    get:\n', '    get:\n      x-stridewise:\n        mitigations:\n          \n');
    await start('model', { [SPEC_URI]: text, [MODEL_URI]: MODEL });
    const line = text.split('\n').findIndex((one) => one.trim() === 'mitigations:') + 1;
    const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: SPEC_URI },
      position: { line, character: 10 },
    });
    expect(list.items.map(({ label }) => label)).toContain('accept');
  });
});

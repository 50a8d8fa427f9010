import { afterEach, describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-protocol';
import {
  FILE_COVERAGE,
  FILE_MARKS,
  FILE_STANDINGS,
  type FileStanding,
  type FileStandings,
  HIDE,
  LENS_PLACES,
  SPEC_LENS,
  type WireLocation,
} from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

const CAPABILITIES = { ...PULL, workspace: { ...PULL.workspace, codeLens: { refreshSupport: true } } };
const COMMANDS = { showFindingsCommand: 'show', overviewCommand: 'overview' };

let client: TestClient;
let told: FileStanding[][] = [];
let refreshes = 0;
afterEach(() => client.stop());

async function start(initializationOptions: object = {}): Promise<void> {
  [told, refreshes] = [[], 0];
  const files = new Map([[SPEC_URI, SPEC]]);
  client = await TestClient.start({ capabilities: CAPABILITIES, files, initializationOptions });
  client.connection.onNotification(FILE_STANDINGS, ({ files: changed }: FileStandings) => {
    told.push([...changed]);
    client.check();
  });
  client.connection.onRequest('workspace/codeLens/refresh', () => {
    refreshes += 1;
    client.check();
    return null;
  });
  await client.open(SPEC_URI, SPEC);
}

async function lenses(uri = SPEC_URI): Promise<CodeLens[]> {
  const found = await client.connection.sendRequest<CodeLens[] | null>('textDocument/codeLens', {
    textDocument: { uri },
  });
  return Promise.all((found ?? []).map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
}

describe('the lenses of a description', () => {
  it('are a summary for any client, which leads nowhere where the client has no command', async () => {
    await start();
    const found = await lenses();
    expect(found.map(({ command }) => [command?.title, command?.command])).toEqual([
      ['2 operations · 2 open above the line, 1 high', ''],
      [expect.stringMatching(/^\d+ questions$/), ''],
    ]);
    expect(found.map(({ range }) => range.start.line)).toEqual([0, 0]);
  });

  it('lead to the places of what they count, and to the overview', async () => {
    await start(COMMANDS);
    const [findings, , overview, more] = await lenses();
    expect(more).toBeUndefined();
    expect(overview?.command).toEqual({ title: 'Risk overview', command: 'overview' });
    expect(findings?.command?.command).toBe('show');
    const [subject] = findings?.command?.arguments ?? [];
    const places = await client.connection.sendRequest<WireLocation[]>(LENS_PLACES, subject);
    const lines = SPEC.split('\n');
    expect(places.map(({ uri, range }) => [uri, lines[range.start.line]?.trim()])).toEqual([
      [SPEC_URI, 'security: []'],
      [SPEC_URI, '- name: orderId'],
    ]);
  });

  it('stand above each operation too, or are gone, as soon as the setting changes', async () => {
    await start(COMMANDS);
    expect(await lenses()).toHaveLength(3);
    await client.connection.sendNotification(SPEC_LENS, { mode: 'full' });
    await client.until(() => refreshes === 1);
    const full = await lenses();
    expect(full.slice(3).map(({ range }) => SPEC.split('\n')[range.start.line]?.trim())).toEqual(['get:', 'post:']);
    await client.connection.sendNotification(SPEC_LENS, { mode: 'off' });
    await client.until(() => refreshes === 2);
    expect(await lenses()).toEqual([]);
    await client.connection.sendNotification(SPEC_LENS, { mode: 'sideways' });
    expect(await lenses()).toEqual([]);
  });

  it('are asked for again when an answer in the model changes what they say', async () => {
    await start({ ...COMMANDS, specLens: 'full' });
    const before = await lenses();
    await client.open(MODEL_URI, `${MODEL}notApplicable:\n  missing-authentication on POST /notes: Anybody may\n`);
    await client.until(() => refreshes > 0);
    const after = await lenses();
    expect(after[0]?.command?.title).toBe('2 operations · 1 open above the line');
    expect(after[0]?.command?.title).not.toBe(before[0]?.command?.title);
  });
});

it('lenses are asked for again when the settings hide questions, or show them', async () => {
  await start(COMMANDS);
  expect(await lenses()).toHaveLength(3);
  await client.connection.sendNotification(HIDE, { rules: ['unanswered'] });
  await client.until(() => refreshes === 1);
  expect(await lenses()).toHaveLength(2);
  await client.connection.sendNotification(HIDE, { rules: [] });
  await client.until(() => refreshes === 2);
  expect(await lenses()).toHaveLength(3);
});

it('lenses are asked for again when operations of a file come to belong to an API', async () => {
  await start({ ...COMMANDS, specLens: 'full' });
  const part = 'file:///work/part.yaml';
  const root = 'file:///work/root.yaml';
  await client.open(part, 'get: { responses: {} }\n');
  await client.open(root, SPEC.replace('  /notes:', '  /part: { $ref: "./part.yaml" }\n  /notes:'));
  await client.change(part, 2, { text: 'get: { responses: { } }\n' });
  const before = refreshes;
  if ((await lenses(part)).length === 0) await client.until(() => refreshes > before);
  expect(await lenses(part)).toHaveLength(1);
  await client.change(root, 2, { text: SPEC });
  await client.until(() => refreshes > before);
  expect((await lenses(part)).length).toBe(0);
});

describe('how files stand', () => {
  it('is told of the files where it changes, and of no others', async () => {
    await start({ changes: true });
    await client.until(() => told.length > 0);
    expect(told).toEqual([[{ uri: SPEC_URI, above: 2, level: 'high' }]]);
    await client.open(MODEL_URI, MODEL);
    await client.until(() => told.length === 2);
    expect(told[1]).toEqual([{ uri: MODEL_URI, above: 2, level: 'high' }]);
    await client.connection.sendNotification(HIDE, { rules: ['missing-authentication'] });
    await client.until(() => told.length === 3);
    expect(told[2]?.map(({ above, level }) => [above, level])).toEqual([
      [1, 'medium'],
      [1, 'medium'],
    ]);
    await client.connection.sendNotification(HIDE, {
      rules: ['missing-authentication', 'broken-object-level-authorization'],
    });
    await client.until(() => told.length === 4);
    expect(told[3]?.map(({ above }) => above)).toEqual([0, 0]);
  });

  it('is told nobody who does not ask for changes', async () => {
    await start();
    await client.pull(SPEC_URI);
    await lenses();
    expect(told).toEqual([]);
  });

  it('says how far a file is answered, and which lines to mark', async () => {
    await start();
    const of = (method: string, uri = SPEC_URI) => client.connection.sendRequest(method, { uri });
    expect(await of(FILE_COVERAGE)).toMatchObject({ questions: 12, above: 2 });
    expect(await of(FILE_COVERAGE, 'file:///work/none.yaml')).toBeNull();
    const line = (text: string) => SPEC.split('\n').findIndex((one) => one.includes(text));
    expect(await of(FILE_MARKS)).toEqual({ high: [line('security: []')], medium: [line('- name: orderId')] });
    expect(await of(FILE_MARKS, 'file:///work/none.yaml')).toEqual({});
  });
});

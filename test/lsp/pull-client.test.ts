import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceDiagnosticReportPartialResult } from 'vscode-languageserver-protocol';
import { CancellationTokenSource, WorkspaceDiagnosticRequest } from 'vscode-languageserver-protocol/node';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

/** A workspace request that stays open, and what came for it so far. */
function held() {
  const parts: WorkspaceDiagnosticReportPartialResult[] = [];
  client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'parts', (part) => {
    parts.push(part);
    client.check();
  });
  const source = new CancellationTokenSource();
  let answered = false;
  const params = { previousResultIds: [], partialResultToken: 'parts' };
  const request = client.connection
    .sendRequest(WorkspaceDiagnosticRequest.type, params, source.token)
    .catch(() => undefined)
    .finally(() => {
      answered = true;
    });
  const cancel = () => {
    source.cancel();
    return request;
  };
  return { parts, isAnswered: () => answered, cancel };
}

describe('a client that pulls and knows none of our own requests', () => {
  it('is offered pull, and nothing is pushed', async () => {
    client = await TestClient.start({ capabilities: PULL, files: new Map([[SPEC_URI, SPEC]]) });
    const { capabilities } = client.result;
    expect(capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true, workspaceDiagnostics: true });
    expect(capabilities.positionEncoding).toBe('utf-16');
    await client.open(SPEC_URI, SPEC);
    expect((await client.pullItems(SPEC_URI)).length).toBeGreaterThan(0);
    expect(client.published.size).toBe(0);
  });

  it('gets the findings of the text as it is typed, and "unchanged" where they stay', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(SPEC_URI, SPEC);
    await client.open(MODEL_URI, MODEL);
    const first = await client.pull(SPEC_URI);
    const codes = first.kind === 'full' ? first.items.map(({ code }) => code) : [];
    expect(codes).toContain('missing-authentication');
    expect(await client.pull(SPEC_URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    const line = SPEC.split('\n').indexOf('      security: []');
    const start = { line, character: 0 };
    await client.change(SPEC_URI, 2, { range: { start, end: { line: line + 1, character: 0 } }, text: '' });
    const second = await client.pullItems(SPEC_URI);
    expect(second.map(({ code }) => code)).not.toContain('missing-authentication');
  });

  it('holds a workspace request and streams what changes in files that are not open', async () => {
    const files = new Map([[SPEC_URI, SPEC]]);
    client = await TestClient.start({ capabilities: PULL, files });
    const { parts, isAnswered, cancel } = held();
    await client.until(() => parts.length > 0);
    expect(parts[0]?.items.map(({ uri, kind }) => [uri, kind])).toEqual([[SPEC_URI, 'full']]);
    expect(isAnswered()).toBe(false);

    files.set(SPEC_URI, SPEC.replace('      security: []\n', ''));
    const before = parts.length;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: SPEC_URI, type: 2 }],
    });
    await client.until(() => parts.length > before);
    expect(parts.at(-1)?.items.map(({ uri, kind }) => [uri, kind])).toEqual([[SPEC_URI, 'full']]);
    await cancel();
  });

  it('streams what changes in an open document that the client does not ask for, as one without a tab', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(SPEC_URI, SPEC);
    await client.pull(SPEC_URI);
    const { parts, cancel } = held();
    await client.open(MODEL_URI, MODEL);
    await client.until(() => parts.some(({ items }) => items.some(({ uri }) => uri === SPEC_URI)));
    expect(parts.flatMap(({ items }) => items).find(({ uri }) => uri === SPEC_URI)).toMatchObject({
      kind: 'full',
      version: 1,
    });
    await cancel();
  });

  it('streams again what the client asked for after a refresh: one whose tab was closed throws that away', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(SPEC_URI, SPEC);
    const first = await client.pull(SPEC_URI);
    const { parts, cancel } = held();
    await client.open(MODEL_URI, MODEL);
    const ofSpec = () => parts.flatMap(({ items }) => items).filter(({ uri }) => uri === SPEC_URI);
    await client.until(() => client.refreshes > 0 && ofSpec().length === 1);
    const { resultId } = await client.pull(SPEC_URI, first.resultId);
    await client.until(() => ofSpec().length === 2);
    expect(ofSpec().map((item) => item.resultId)).toEqual([resultId, resultId]);
    await cancel();
  });

  it('is asked to pull again when another file changes what it was told', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(SPEC_URI, SPEC);
    const first = await client.pull(SPEC_URI);
    await client.open(MODEL_URI, MODEL);
    await client.until(() => client.refreshes > 0);
    const again = await client.pull(SPEC_URI, first.resultId);
    expect(again.kind).toBe('full');
  });

  it('hears nothing of virtual documents and of other YAML', async () => {
    client = await TestClient.start({ capabilities: PULL });
    const git = 'git:/work/openapi.yaml?HEAD';
    await client.open(git, SPEC);
    await client.open('file:///work/deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\n');
    expect(await client.pullItems(git)).toEqual([]);
    expect(await client.pullItems('file:///work/deployment.yaml')).toEqual([]);
  });

  it('gets hovers and definitions, and null where there is none', async () => {
    client = await TestClient.start({ capabilities: PULL });
    await client.open(SPEC_URI, SPEC);
    const position = { line: SPEC.split('\n').indexOf('    post:'), character: 5 };
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: SPEC_URI },
      position,
    });
    expect(hover).toMatchObject({ contents: { kind: 'markdown' } });
    const nowhere = { textDocument: { uri: 'file:///work/none.yaml' }, position };
    expect(await client.connection.sendRequest('textDocument/hover', nowhere)).toBeNull();
    expect(await client.connection.sendRequest('textDocument/definition', nowhere)).toBeNull();
  });
});

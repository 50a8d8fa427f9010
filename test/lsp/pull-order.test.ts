import { describe, expect, it } from 'vitest';
import { pullOrder } from '../../client/src/pull-order';

type Order = Required<ReturnType<typeof pullOrder>>;
type Document = Parameters<Order['provideDiagnostics']>[0];
type Report = Parameters<Parameters<Order['provideWorkspaceDiagnostics']>[2]>[0];

const TOKEN = {} as Parameters<Order['provideDiagnostics']>[2];
const uriOf = (name: string) => ({ toString: () => name });
const documentOf = (name: string) => ({ uri: uriOf(name) }) as unknown as Document;
const chunkOf = (name: string) => ({ items: [{ uri: uriOf(name) }] }) as unknown as Report;

describe('what comes for the workspace', () => {
  it('waits for the answers that the client has asked of the same document, and keeps its order', async () => {
    const order = pullOrder() as Order;
    const told: string[] = [];
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const pulling = Promise.resolve(
      order.provideDiagnostics(documentOf('a'), undefined, TOKEN, async () => {
        await asked;
        return undefined;
      }),
    ).then(() => told.push('answered'));
    const reported = new Promise<void>((resolve) => {
      const report = (chunk: Report) => {
        told.push(String(chunk?.items[0]?.uri));
        if (told.length === 4) resolve();
      };
      order.provideWorkspaceDiagnostics([], TOKEN, report, (_ids, _token, send) => {
        for (const name of ['b', 'a', 'c']) send(chunkOf(name));
        return undefined;
      });
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual(['b']);
    answer();
    await Promise.all([pulling, reported]);
    expect(told).toEqual(['b', 'answered', 'a', 'c']);
  });
});

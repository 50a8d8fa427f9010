import { describe, expect, it } from 'vitest';
import { pullOrder } from '../../client/src/pull-order';

type Order = Required<ReturnType<typeof pullOrder>>;
type Document = Parameters<Order['provideDiagnostics']>[0];
type Report = Parameters<Parameters<Order['provideWorkspaceDiagnostics']>[2]>[0];

const TOKEN = {} as Parameters<Order['provideDiagnostics']>[2];
const uriOf = (name: string) => ({ toString: () => name });
const documentOf = (name: string) => ({ uri: uriOf(name) }) as unknown as Document;
const chunkOf = (...names: readonly string[]) =>
  ({ items: names.map((name) => ({ uri: uriOf(name) })) }) as unknown as Report;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A client between its two ways: `ask` gives what answers the question, `send` is what comes for the workspace. */
function between(shown: ReadonlySet<string> = new Set(['a', 'b', 'c'])) {
  const told: string[] = [];
  const lost: string[] = [];
  const order = pullOrder({
    isShown: (document) => shown.has(String('uri' in document ? document.uri : document)),
    onLost: (uri) => lost.push(uri),
  }) as Order;
  let send: (chunk: Report) => void = () => {};
  const report = (chunk: Report) => void told.push(...(chunk?.items ?? []).map(({ uri }) => String(uri)));
  order.provideWorkspaceDiagnostics([], TOKEN, report, (_ids, _token, sending) => {
    send = sending;
    return undefined;
  });
  const ask = (name: string) => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const next = async () => {
      await answered;
      return undefined;
    };
    void Promise.resolve(order.provideDiagnostics(documentOf(name), undefined, TOKEN, next)).then(() =>
      told.push(`${name} answered`),
    );
    return answer;
  };
  return { told, lost, ask, send: (...names: readonly string[]) => send(chunkOf(...names)) };
}

describe('what comes for the workspace', () => {
  it('waits for the answers that the client has asked of the same document, and keeps its order', async () => {
    const { told, ask, send } = between();
    const answer = ask('a');
    for (const name of ['b', 'a', 'c']) send(name);
    await turn();
    expect(told).toEqual(['b']);
    answer();
    await expect.poll(() => told).toEqual(['b', 'a answered', 'a', 'c']);
  });

  it('waits for those too that are asked while it waits', async () => {
    const { told, ask, send } = between();
    const [first, other] = [ask('a'), ask('b')];
    send('a', 'b');
    const second = ask('a');
    first();
    await expect.poll(() => told).toEqual(['a answered']);
    const third = ask('b');
    other();
    second();
    await expect.poll(() => told).toHaveLength(3);
    await turn();
    expect(told).not.toContain('a');
    third();
    await expect.poll(() => told.slice(4)).toEqual(['a', 'b']);
  });
});

it('the answer about a document that is no longer shown is told as thrown away', async () => {
  const { told, lost, ask } = between(new Set(['a']));
  for (const name of ['a', 'gone']) ask(name)();
  await expect.poll(() => told).toHaveLength(2);
  expect(lost).toEqual(['gone']);
});

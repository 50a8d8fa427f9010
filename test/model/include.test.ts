import { describe, expect, it } from 'vitest';
import { changeDocument, modelsOf } from '../../server/src/core/index';
import { analysisOf, type Files, toldIn, workspaceOf } from '../support/told';
import { HEAD, modelOf, SHARED, SPEC } from './including';

function stateOf(files: Files): string | undefined {
  const [api] = analysisOf(files).apis;
  return api?.findings.find(({ rule }) => rule === 'missing-rate-limit')?.state;
}

/** Microseconds of processor that something takes. */
function usedBy(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

describe('What a model includes', () => {
  const files = {
    'openapi.yaml': SPEC,
    'shop.threats.yaml': `${HEAD}include: org/shared.threats.yaml\n`,
    'org/shared.threats.yaml': SHARED,
  };

  it('counts as if it stood there', () => {
    expect(modelOf(files)).toMatchObject({
      names: new Map([
        ['customer', 'data'],
        ['store', 'apis'],
      ]),
      mitigations: [{ id: 'limits', status: 'planned' }],
      data: [{ id: 'customer', class: 'personal' }],
    });
    expect(stateOf(files)).toBe('planned');
    expect(stateOf({ ...files, 'shop.threats.yaml': HEAD })).toBe('threatened');
    expect(toldIn(files)).toEqual([]);
  });

  it('is read over several steps, and once where several ways lead to it', () => {
    const many = {
      'openapi.yaml': SPEC,
      'shop.threats.yaml': `${HEAD}include: [a.threats.yaml, b.threats.yaml]\n`,
      'a.threats.yaml': 'stridewise: 1\ninclude: org/shared.threats.yaml\n',
      'b.threats.yaml': 'stridewise: 1\ninclude: ./org/shared.threats.yaml\n',
      'org/shared.threats.yaml': SHARED,
    };
    expect(modelOf(many).mitigations).toHaveLength(1);
    expect(stateOf(many)).toBe('planned');
    expect(toldIn(many)).toEqual([]);
  });

  it('finds its own files beside itself', () => {
    const split = {
      'apis/openapi.yaml': SPEC,
      'shop.threats.yaml': 'stridewise: 1\ninclude: apis/apis.threats.yaml\n',
      'apis/apis.threats.yaml': HEAD,
    };
    const [api] = analysisOf(split).apis;
    expect(api).toMatchObject({
      id: 'store',
      models: [{ id: 'store', model: { uri: 'file:///work/shop.threats.yaml' } }],
    });
    expect(toldIn(split)).toEqual([]);
  });

  it('has places without an API that mean every one, and may hit nothing', () => {
    const two = {
      'openapi.yaml': SPEC,
      'other.yaml': SPEC,
      'shop.threats.yaml':
        'stridewise: 1\napis: { a: { spec: openapi.yaml }, b: { spec: other.yaml, versionedBy: header V } }\ninclude: s.threats.yaml\n',
      's.threats.yaml':
        'stridewise: 1\nmitigations: { m: { control: rate-limiting, covers: [GET /search, GET /nowhere, operation none], status: implemented } }\n',
    };
    expect(toldIn(two)).toEqual([]);
    const states = analysisOf(two).apis.map(
      ({ findings }) =>
        findings.find(({ rule, operations }) => rule === 'missing-rate-limit' && operations[0]?.path === '/search')
          ?.state,
    );
    expect(states).toEqual(['mitigated', 'mitigated']);
    const own = {
      ...two,
      'shop.threats.yaml': `${two['shop.threats.yaml'].replace(/include.*/, '')}${two['s.threats.yaml'].slice(14)}`,
    };
    expect(toldIn(own).map((line) => line.split(' ')[1])).toEqual([
      'ambiguous-api',
      'unknown-operation',
      'unknown-operation',
    ]);
  });

  it('may speak of what only the models have that include it', () => {
    const borrowing = {
      ...files,
      'shop.threats.yaml': `${HEAD}components: { gateway: { kind: gateway } }\nactors: { shopper: {} }\nflows: { shopper -> gateway -> store: {} }\ninclude: org/shared.threats.yaml\n`,
      'org/shared.threats.yaml': SHARED.replace('ANY /**', '[gateway, store GET /search, gate]'),
    };
    expect(toldIn(borrowing)).toEqual(['org/shared.threats.yaml unknown-name "gate" Nothing here is called `gate`']);
    expect(stateOf(borrowing)).toBe('planned');
  });

  it('waits for a model with APIs where nothing includes it yet', () => {
    const text =
      'stridewise: 1\ncomponents: { gateway: { kind: gateway } }\nmitigations: { m: { control: rate-limiting, covers: [gateway, GET /x, gatewy], status: implemented } }\n';
    expect(toldIn({ 's.threats.yaml': text })).toEqual([
      's.threats.yaml unknown-name "gatewy" Nothing here is called `gatewy`; did you mean `gateway`?',
    ]);
  });

  it('tells its problems in itself, once, however many include it', () => {
    const twice = {
      ...files,
      'more.threats.yaml': 'stridewise: 1\ninclude: org/shared.threats.yaml\n',
      'org/shared.threats.yaml': SHARED.replace('rate-limiting', 'rate-limitin').replace(
        'status: planned',
        'status: plannd',
      ),
    };
    expect(toldIn(twice).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'org/shared.threats.yaml unknown-word',
      'org/shared.threats.yaml unknown-control',
    ]);
  });
});

describe('An entry with the id of an included one', () => {
  const over = (entry: string) => ({
    'openapi.yaml': SPEC,
    'shop.threats.yaml': `${HEAD}include: shared.threats.yaml\nmitigations:\n  limits: ${entry}\n`,
    'shared.threats.yaml': SHARED,
  });

  it('changes the keys that it names, lists as a whole', () => {
    const files = over('{ status: implemented, evidence: [a.md, b.md] }');
    expect(modelOf(files).mitigations).toMatchObject([
      {
        title: 'The gateway counts',
        control: 'rate-limiting',
        status: 'implemented',
        due: '2026-12-31',
        evidence: ['a.md', 'b.md'],
      },
    ]);
    expect(stateOf(files)).toBe('mitigated');
    expect(toldIn(files)).toEqual([]);
  });

  it('leaves the included one to the others that include it', () => {
    const files = {
      ...over('{ status: implemented }'),
      'b.threats.yaml': 'stridewise: 1\ninclude: shared.threats.yaml\n',
    };
    expect(modelOf(files, 'b.threats.yaml').mitigations).toMatchObject([{ status: 'planned' }]);
  });

  it('is told what is still missing in both together', () => {
    const files = over('{ status: verified }');
    expect(toldIn(files)).toEqual([]);
    const bare = { ...files, 'shared.threats.yaml': SHARED.replace(/ {4}evidence.*\n/, '') };
    expect(toldIn(bare)).toEqual([
      'shop.threats.yaml missing-key "limits" `limits` answers nothing yet: reduce needs `evidence`',
    ]);
  });

  it('counts over several steps', () => {
    const files = {
      ...over('{ due: 2027-02-02 }'),
      'top.threats.yaml': 'stridewise: 1\ninclude: shop.threats.yaml\nmitigations: { limits: { owner: ops } }\n',
    };
    expect(modelOf(files, 'top.threats.yaml').mitigations).toMatchObject([
      { control: 'rate-limiting', due: '2027-02-02', owner: 'ops', status: 'planned' },
    ]);
  });

  it('in two included files is a problem that names both, and the first counts', () => {
    const files = {
      'shop.threats.yaml': `stridewise: 1\ninclude: [org/a.threats.yaml, b.threats.yaml]\n`,
      'org/a.threats.yaml': SHARED,
      'b.threats.yaml': SHARED.replace('planned', 'missing'),
    };
    expect(toldIn(files)).toEqual([
      'shop.threats.yaml include-conflict "b.threats.yaml" `customer`, `limits` stand in org/a.threats.yaml and in b.threats.yaml: an id names one thing, so the first counts. Rename one of them, or let one file include the other',
    ]);
    expect(modelOf(files).mitigations).toMatchObject([{ status: 'planned' }]);
  });

  it('that names another kind of thing is a problem in both cases', () => {
    const own = {
      'shop.threats.yaml': 'stridewise: 1\ninclude: s.threats.yaml\nactors: { customer: {} }\n',
      's.threats.yaml': SHARED,
    };
    expect(toldIn(own)).toEqual([
      'shop.threats.yaml shared-id "customer" `customer` already stands under `data` in s.threats.yaml: an id names one thing',
    ]);
    const both = {
      'shop.threats.yaml': 'stridewise: 1\ninclude: [s.threats.yaml, t.threats.yaml]\n',
      's.threats.yaml': SHARED,
      't.threats.yaml': 'stridewise: 1\nactors: { customer: {} }\n',
    };
    expect(toldIn(both).map((line) => line.split(' ')[1])).toEqual(['include-conflict']);
  });
});

describe('Data', () => {
  it('of the model counts before that of what it includes', () => {
    const files = {
      'shop.threats.yaml': `${HEAD}include: a.threats.yaml\ndata: { one: { class: public, fields: [email] }, two: { class: payment, fields: [email] } }\n`,
      'a.threats.yaml':
        'stridewise: 1\ninclude: shared.threats.yaml\ndata: { three: { class: special, fields: email } }\n',
      'shared.threats.yaml': SHARED,
    };
    expect(modelOf(files).data.map(({ id }) => id)).toEqual(['one', 'two', 'three', 'customer']);
  });
});

describe('An edit', () => {
  const files = {
    'openapi.yaml': SPEC,
    'shop.threats.yaml': `${HEAD}include: shared.threats.yaml\n`,
    'shared.threats.yaml': SHARED,
  };

  it('of the model reads nothing of what it includes again', () => {
    const before = workspaceOf(files);
    const after = before.with(
      workspaceOf({ ...files, 'shop.threats.yaml': `${files['shop.threats.yaml']}title: Shop\n` }).get(
        'file:///work/shop.threats.yaml',
      ) as never,
    );
    const [first, second] = [before, after].map((workspace) => modelsOf(workspace));
    expect(second?.[1]).not.toBe(first?.[1]);
    expect(second?.[0]).toBe(first?.[0]);
    expect(second?.[1]?.mitigations[0]).toBe(first?.[1]?.mitigations[0]);
  });

  it('of an included file reaches the models that include it', () => {
    const before = workspaceOf(files);
    const edited = workspaceOf({ ...files, 'shared.threats.yaml': SHARED.replace('planned', 'implemented') });
    const after = before.with(edited.get('file:///work/shared.threats.yaml') as never);
    expect(modelsOf(before)[1]?.mitigations[0]?.status).toBe('planned');
    expect(modelsOf(after)[1]?.mitigations[0]?.status).toBe('implemented');
  });

  it('costs no more where a hundred models share a file', () => {
    const entries = (model: number) =>
      Array.from({ length: 200 }, (_, index) => `  m${model}t${index}: { title: T, affects: every ANY /** }\n`).join(
        '',
      );
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `m${index}.threats.yaml`,
        `stridewise: 1\ninclude: shared.threats.yaml\nthreats:\n${entries(index)}`,
      ]),
    );
    const all = { 'shared.threats.yaml': SHARED, ...many };
    modelsOf(workspaceOf(all));
    let workspace = workspaceOf(all);
    const reading = usedBy(() => modelsOf(workspace));
    const shared = modelsOf(workspace).find(({ uri }) => uri.endsWith('/shared.threats.yaml'));
    const uri = 'file:///work/m7.threats.yaml';
    const edits = Array.from({ length: 20 }, (_, round) => {
      const document = workspace.get(uri);
      if (document === undefined) throw new Error('gone');
      const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
      workspace = workspace.with(changeDocument(document, [{ range, text: `  n${round}: { title: T }\n` }]));
      return usedBy(() => modelsOf(workspace));
    });
    // Half of the edits, since one may pay for a collection of garbage.
    const usual = edits.sort((a, b) => a - b)[10] ?? Number.NaN;
    expect(usual).toBeLessThan(reading / 20);
    expect(
      modelsOf(workspace)
        .find((model) => model.uri === shared?.uri)
        ?.borrowed.has('n19'),
    ).toBe(true);
    expect(modelsOf(workspace).find((model) => model.uri === shared?.uri)?.mitigations[0]).toBe(shared?.mitigations[0]);
  });
});

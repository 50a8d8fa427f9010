import { describe, expect, it } from 'vitest';
import { analyse, diagnosticsFor, fixesFor, markReviewed, reviewsOf, withEvidence } from '../../server/src/core';
import { applyFix, checkFindings, type Loaded, load, TODAY } from '../support/check';
import { SHOP } from '../support/shop';

const MODEL = 'file:///workspace/shop.threats.yaml';

const shop = (operation: string, model = 'stridewise: 1 # ours\n', lock = '') => `${SHOP}  /orders/{orderId}:
    get:
${operation}
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine } }
//- shop.threats.yaml
${model}apis: { store: ./openapi.yaml }
${lock}`;

const PLAIN = '      summary: An order';

/** The files after a review, as one marked text. */
function reviewed(loaded: Loaded, key?: string): string {
  const edits = markReviewed(loaded.workspace, loaded.analysis, MODEL, TODAY, key);
  if ('refused' in edits) return `refused: ${edits.refused}`;
  const files = applyFix(loaded, { title: '', kind: 'quickfix', diagnostics: [], edits, preferred: false });
  return files.map(({ uri, text }) => `//- ${uri.replace('file:///workspace/', '')}\n${text}`).join('');
}

const lockIn = (files: string) => files.slice(files.indexOf('//- shop.threats.lock.json'));

describe('Marking a model as reviewed', () => {
  it('writes the day and the lock, and no other byte', () => {
    const before = shop(PLAIN);
    expect(reviewed(load(before))).toBe(
      `${before.replace('# ours\n', `# ours\nreviewed: ${TODAY}\n`)}//- shop.threats.lock.json
{
"reviewed": "${TODAY}",
"store": {"version": "1", "exposure": "internet", "servers": ["https://api.shop.example"], "schemes": ["key: http bearer"]},
"store GET /orders/{orderId}": {"id": "getOrder", "security": ["key"], "takes": ["path.orderId"], "open": ["broken-object-level-authorization path.orderId: medium 6.8"]},
"stridewiseLock": 1
}
`,
    );
  });

  it.each([
    ['reviewed: 2026-01-02 # last\nstridewise: 1\n', `reviewed: ${TODAY} # last\nstridewise: 1\n`],
    ['stridewise: 1\nreviewed: "2026-01-02"\n', `stridewise: 1\nreviewed: "${TODAY}"\n`],
  ])('writes over the day of the last review in %j', (before, after) => {
    expect(reviewed(load(shop(PLAIN, before)))).toContain(after);
  });

  it.each([
    ['{ "stridewise": 1, "apis": { "store": "./openapi.yaml" } }', `{ "stridewise": 1, "reviewed": "${TODAY}", "apis"`],
    ['{ stridewise: 1, apis: { store: ./openapi.yaml } }', `{ stridewise: 1, reviewed: ${TODAY}, apis`],
  ])('knows braces: %j', (model, after) => {
    const source = shop(PLAIN).replace(/stridewise: 1[\s\S]*/, `${model}\n`);
    expect(reviewed(load(source))).toContain(after);
  });

  it('is settled then', () => {
    const after = load(reviewed(load(shop(PLAIN))));
    expect(reviewsOf(after.analysis).flatMap(({ changes }) => changes)).toEqual([]);
    expect(reviewsOf(after.analysis)[0]).toMatchObject({ first: false, reviewed: TODAY, operations: 1 });
  });

  it('tells what it signs', () => {
    const lock = lockIn(reviewed(load(shop(PLAIN))));
    const now = load(shop('      security: []', 'stridewise: 1\nreviewed: 2026-11-24\n', lock));
    expect(reviewsOf(now.analysis)).toEqual([
      {
        model: MODEL,
        lock: 'file:///workspace/shop.threats.lock.json',
        reviewed: TODAY,
        first: false,
        operations: 1,
        changes: [
          {
            key: 'store GET /orders/{orderId}',
            text: 'store GET /orders/{orderId} asks for no login any more (before: key)',
            more: true,
          },
        ],
      },
    ]);
  });

  it('may sign one operation alone', () => {
    const lock = lockIn(reviewed(load(shop(PLAIN)))).replace('"version": "1"', '"version": "0"');
    const now = load(shop('      security: []', 'stridewise: 1\nreviewed: 2026-11-24\n', lock));
    const after = reviewed(now, 'store GET /orders/{orderId}');
    expect(after).toContain('"store GET /orders/{orderId}": {"id": "getOrder", "takes": ["path.orderId"], "open": [');
    expect(after).toContain('"missing-authentication: high 7.2"]},');
    expect(reviewsOf(load(after).analysis)[0]?.changes.map(({ key }) => key)).toEqual(['store']);
  });

  it('refuses one operation where the lock does not read', () => {
    const lock = lockIn(reviewed(load(shop(PLAIN)))).replace('"version": "1"', '"version": ');
    const now = load(shop('      security: []', 'stridewise: 1\n', lock));
    expect(reviewed(now, 'store GET /orders/{orderId}')).toMatch(/^refused: The lock has lines that do not read/);
  });
});

describe('A file of settings', () => {
  const gateway = (text: string) => {
    const loaded = load(
      shop(PLAIN, 'stridewise: 1\ncomponents: { gateway: { kind: gateway, settings: deploy/gateway.yaml } }\n'),
    );
    const workspace = withEvidence(loaded.workspace, () => ({ text }));
    return { ...loaded, workspace, analysis: analyse(workspace, { today: TODAY }) };
  };

  it('is recorded by its digest, whatever ends its lines, and what changes in it is told', () => {
    const files = reviewed(gateway('limit: 10\n'));
    expect(files).toMatch(/"gateway": \{"kind": "gateway", "settings": \["deploy\/gateway\.yaml [0-9a-f]{14}"\]\}/);
    const later = (text: string) => {
      const loaded = load(files);
      const workspace = withEvidence(loaded.workspace, () => ({ text }));
      return reviewsOf(analyse(workspace, { today: TODAY }))[0]?.changes.map((change) => change.text);
    };
    expect(later('limit: 10\r\n')).toEqual([]);
    expect(later('limit: 1000\n')).toEqual(['gateway has other settings in deploy/gateway.yaml']);
    expect(reviewsOf(load(files).analysis)[0]?.changes).toEqual([]);
  });
});

describe('What has changed since a review', () => {
  const lock = lockIn(reviewed(load(shop(PLAIN))));

  it('is told on the line of the review and on the operation', () => {
    checkFindings(
      `${SHOP}  /orders/{orderId}:
    get:
    ^^^ warning changed-since-review: Changed since the review of 2026-11-24: store GET /orders/{orderId} asks for no login any more (before: key)
      security: []
      operationId: getOrder
      parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine } }
  /orders:
    get: { operationId: listOrders, responses: { "200": { description: Fine } } }
    ^^^ information changed-since-review: Changed since the review of 2026-11-24: store GET /orders is new
//- shop.threats.yaml
stridewise: 1
reviewed: 2026-11-24
          ^^^^^^^^^^ warning changed-since-review: Since the review of 2026-11-24: 1 new (store GET /orders); 1 changed (store GET /orders/{orderId})
apis: { store: ./openapi.yaml }
${lock}`,
      { codes: ['changed-since-review'] },
    );
  });

  it('is nothing in a file that is not open but the summary', () => {
    const { workspace, analysis } = load(shop('      security: []', 'stridewise: 1\nreviewed: 2026-11-24\n', lock));
    const codes = (uri: string, open: boolean) =>
      diagnosticsFor(workspace, analysis, uri, { open }).filter(({ code }) => code === 'changed-since-review').length;
    expect(codes('file:///workspace/openapi.yaml', true)).toBe(1);
    expect(codes('file:///workspace/openapi.yaml', false)).toBe(0);
    expect(codes(MODEL, false)).toBe(1);
  });

  it('is told in a lock that does not read, at its line', () => {
    checkFindings(
      shop(PLAIN, 'stridewise: 1\nreviewed: 2026-11-24\n', lock).replace(
        /"store GET .*\n/,
        `"store GET /orders/{orderId}": {"id": "getOrder" "security": ["key"]},
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error broken-lock: This line of the lock does not read
`,
      ),
      { codes: ['broken-lock'] },
    );
  });

  it('says where a reviewed model has no lock, once somebody has looked', () => {
    const { workspace, analysis } = load(shop(PLAIN, 'stridewise: 1\nreviewed: 2026-11-24\n'));
    expect(diagnosticsFor(workspace, analysis, MODEL, { open: true }).map(({ code }) => code)).not.toContain('no-lock');
  });

  it('is told where a day was written over by hand, so that the lock is of another one', () => {
    checkFindings(
      shop(
        PLAIN,
        'stridewise: 1\nreviewed: 2026-11-20\n          ^^^^^^^^^^ information no-lock: reviewed on 2026-11-20, since the lock is of 2026-11-24\n',
        lock,
      ),
      { codes: ['no-lock', 'changed-since-review'] },
    );
  });

  it('is not that all is new, where none of the lock reads', () => {
    const model = 'stridewise: 1\nreviewed: 2026-11-24\n';
    checkFindings(
      shop(
        PLAIN,
        model,
        '//- shop.threats.lock.json\n[1, 2]\n^^^^^^ error broken-lock: This line of the lock does not read\n',
      ),
      { codes: ['broken-lock', 'changed-since-review'] },
    );
  });
});

describe('A quick fix on the line of a review', () => {
  const lock = lockIn(reviewed(load(shop(PLAIN))));
  const marks = (model: string, locked = '') => {
    const loaded = load(shop(PLAIN, model, locked));
    const { workspace, analysis, cursor } = loaded;
    if (cursor === null) throw new Error('no cursor');
    const fixes = fixesFor(
      workspace,
      analysis,
      cursor.uri,
      { start: cursor, end: cursor },
      { open: true, today: TODAY },
    );
    return fixes.filter(({ title }) => title.startsWith('Mark'));
  };

  it.each([
    ['where the review is overdue', 'stridewise: 1\nreviewed: 2026-$002-01\nreviewEvery: 90 days\n', ''],
    ['where the lock is of another day', 'stridewise: 1\nreviewed: 2026-$011-20\n', lock],
  ])('marks the model as reviewed %s', (_, model, locked) => {
    const [fix, ...others] = marks(model, locked);
    expect(others).toEqual([]);
    expect(fix?.title).toBe('Mark the model as reviewed');
    expect(fix?.edits.map(({ uri }) => uri)).toEqual([MODEL, 'file:///workspace/shop.threats.lock.json']);
  });

  it('is not there where nothing is to be agreed on', () => {
    expect(marks(`stridewise: 1\nreviewed: 2026-$011-24\nreviewEvery: 90 days\n`, lock)).toEqual([]);
  });
});

describe('A new operation', () => {
  const lock = lockIn(reviewed(load(shop(PLAIN))));
  const told = (answers: string) => {
    const text = shop(PLAIN, `stridewise: 1\nreviewed: ${TODAY}\n${answers}`, lock).replace(
      '  /orders/{orderId}:',
      '  /orders:\n    get: { operationId: listOrders, responses: { "200": { description: Fine } } }\n  /orders/{orderId}:',
    );
    const { workspace, analysis } = load(text);
    const found = diagnosticsFor(workspace, analysis, 'file:///workspace/openapi.yaml', { open: true });
    return found.filter(({ code }) => code === 'changed-since-review').map(({ message }) => message);
  };
  const NEW = `Changed since the review of ${TODAY}: store GET /orders is new`;
  const ALL = 'all: { covers: all on ANY /**, status: implemented }';

  it('names the answers that reach it by patterns alone', () => {
    const answers = `mitigations: { ${ALL} }\nnotApplicable: { repudiation on READ /**: Read }\n`;
    const asked =
      'It is answered by patterns alone (`all on ANY /**` and `repudiation on READ /**`): does that hold for it?';
    expect(told(answers)).toEqual([`${NEW}. ${asked}`]);
  });

  it.each(['', `mitigations: { ${ALL}, one: { covers: denial on operation listOrders, status: implemented } }\n`])(
    'is new and no more with %j',
    (answers) => expect(told(answers)).toEqual([NEW]),
  );
});

describe('What an answer removes', () => {
  const DEBUG = '  /debug/{id}:\n    get: { operationId: debug, responses: { "200": { description: Fine } } }\n';
  const at = (removes: string, operation = DEBUG, status = 'planned') =>
    `${shop(PLAIN, 'stridewise: 1\n').replace('  /orders/{orderId}:', `${operation}  /orders/{orderId}:`)}mitigations:
  gone: { strategy: avoid, removes: "${removes}", status: ${status} }
`;
  /** The files after a review with the operation, without it. */
  const afterwards = (removes: string, operation = '') => reviewed(load(at(removes))).replace(DEBUG, operation);
  const told = (files: string) => {
    const { workspace, analysis } = load(files);
    const found = diagnosticsFor(workspace, analysis, MODEL, { open: true });
    return found.map(({ code }) => code);
  };

  it.each(['GET /debug/{id}', 'GET /debug/{other}', 'store operation debug', 'every ANY /debug/**'])(
    'may be gone where the lock knew it: %s',
    (removes) => {
      expect(told(afterwards(removes))).toEqual(['changed-since-review']);
    },
  );

  it.each([
    ['GET /debugs', 'unknown-operation'],
    ['ANY /debugs/**', 'hits-nothing'],
  ])('is a problem where the lock did not know it: %s', (removes, code) => {
    expect(told(afterwards(removes))).toContain(code);
  });

  it('is a problem where nothing was reviewed', () => {
    expect(told(at('GET /debug/{id}', ''))).toContain('unknown-operation');
  });

  const INSPECT = DEBUG.replace('/debug/', '/inspect/');
  const RENAMED = DEBUG.replace('operationId: debug', 'operationId: inspect');
  it.each([
    ['GET /debug/{id}', INSPECT, 'planned', 'unknown-operation', 'store GET /inspect/{id}'],
    ['GET /debug/{id}', INSPECT, 'implemented', 'still-there', 'store GET /inspect/{id}'],
    ['operation debug', RENAMED, 'planned', 'unknown-operation', 'store GET /debug/{id}'],
    ['operation debug', RENAMED, 'verified, evidence: a.md', 'still-there', 'store GET /debug/{id}'],
  ])('is told by its other name: %s, %j, %s', (removes, now, status, code, name) => {
    const files = afterwards(removes, now).replace('status: planned', `status: ${status}`);
    const loaded = load(files);
    const problems = diagnosticsFor(loaded.workspace, loaded.analysis, MODEL, { open: true });
    const here = problems.filter((one) => one.code === code);
    expect(here.map(({ message }) => message)).toEqual([expect.stringContaining(`only has another name, \`${name}\``)]);
    const range = here[0]?.range;
    if (range === undefined) throw new Error('It has a place');
    const [fix] = fixesFor(loaded.workspace, loaded.analysis, MODEL, range, { open: true });
    expect(fix?.title).toBe(`Write \`${name}\``);
    if (fix === undefined) return;
    const after = applyFix(loaded, fix).map(({ uri, text }) => `//- ${uri.replace('file:///workspace/', '')}\n${text}`);
    expect(told(after.join(''))).toEqual(
      status === 'planned' ? ['changed-since-review'] : expect.arrayContaining(['still-there', 'changed-since-review']),
    );
  });

  it('is told once done where neither a description nor the lock knew it, and not without a lock', () => {
    const done = (removes: string) => afterwards(removes).replace('status: planned', 'status: implemented');
    expect(told(done('GET /debugs'))).toContain('hits-nothing');
    expect(told(done('GET /debug/{id}'))).toEqual(['changed-since-review']);
    expect(told(at('GET /debugs', '', 'implemented'))).toEqual([]);
    const broken = done('GET /debugs').replace('"key"]', '"key"');
    expect(told(broken)).not.toContain('hits-nothing');
  });

  it('stays in the lock as gone over further reviews, until it comes back', () => {
    const done = afterwards('GET /debug/{id}').replace('status: planned', 'status: implemented');
    const twice = reviewed(load(reviewed(load(done))));
    expect(twice).toContain('"store GET /debug/{id}": {"id": "debug", "security": ["key"], "gone": "yes"},');
    expect(told(twice)).toEqual([]);
    expect(told(twice.replace('  /orders/{orderId}:', `${DEBUG}  /orders/{orderId}:`))).toEqual([
      'still-there',
      'changed-since-review',
    ]);
  });

  it('stays when its going is signed alone', () => {
    const after = reviewed(load(afterwards('GET /debug/{id}')), 'store GET /debug/{id}');
    expect(after).toContain('"gone": "yes"');
    expect(told(after)).toEqual([]);
  });
});

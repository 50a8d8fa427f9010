import { describe, expect, it } from 'vitest';
import { analyse, changeDocument } from '../../server/src/core/index';
import { load, TODAY } from '../support/check';

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
paths:
  /search:
    get: { security: [{ key: [] }], parameters: [{ name: q, in: query, schema: { type: string, maxLength: 9, pattern: "^a$" } }], responses: { "200": { description: Found } } }
  /orders:
    post: { security: [{ key: [] }], responses: { "201": { description: Made } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;
const HEAD = `stridewise: 1
apis: { store: { spec: ./openapi.yaml } }
zones: { internet: untrusted }
actors: { shopper: { calls: store POST /orders }, partner: internet }
components: { gateway: { kind: gateway }, db: { kind: datastore } }
`;

function analysed(rest: string) {
  const { analysis } = load(`\n//- openapi.yaml\n${SPEC}//- shop.threats.yaml\n${HEAD}${rest}`);
  const [api] = analysis.apis;
  const states = [...(api?.coverage ?? [])].map(([{ path }, state]) => `${path} ${state['denial-of-service']}`);
  // That nobody searches is no matter here.
  const problems = [...analysis.problems, ...(analysis.models[0]?.problems ?? [])]
    .filter(({ code }) => code !== 'nobody-calls')
    .map(({ code, message }) => `${code}: ${message}`);
  return { states, problems, findings: api?.findings ?? [] };
}

const LIMIT = (covers: string) =>
  `mitigations: { limits: { control: rate-limiting, covers: ${covers}, status: implemented } }\n`;

describe('an answer at a component', () => {
  it('holds for what every flow reaches through it, however long the way', () => {
    const both = ['/search mitigated', '/orders mitigated'];
    expect(analysed(`flows: { shopper -> gateway -> store: {} }\n${LIMIT('gateway')}`)).toMatchObject({
      states: both,
      problems: [],
    });
    expect(analysed(`flows: { shopper -> gateway: {}, gateway -> store: {} }\n${LIMIT('gateway')}`)).toMatchObject({
      states: both,
      problems: [],
    });
  });

  it('names the flow that goes round it, and closes nothing', () => {
    const { states, problems } = analysed(
      `flows: { shopper -> gateway -> store: {}, partner -> store: {} }\n${LIMIT('gateway')}`,
    );
    expect(states).toEqual(['/search threatened', '/orders unanswered']);
    expect(problems).toEqual([
      'bypass: `partner -> store` does not pass `gateway`, so nothing is answered there for `store`',
    ]);
  });

  it('holds also where somebody inside goes round it', () => {
    const inside = 'actors: { shopper: internet, clerk: office }\nzones: { internet: untrusted, office: trusted }\n';
    const head = HEAD.replace(/zones: .*\nactors: .*\n/, inside);
    const states = (flows: string) => {
      const text = `\n//- openapi.yaml\n${SPEC}//- shop.threats.yaml\n${head}flows: { ${flows} }\n${LIMIT('gateway')}`;
      const { analysis } = load(text);
      const [first] = analysis.apis[0]?.coverage.values() ?? [];
      return [first?.['denial-of-service'], ...analysis.problems.map(({ code }) => code)];
    };
    expect(states('shopper -> gateway -> store: {}, clerk -> store: {}')).toEqual(['mitigated']);
    expect(states('clerk -> gateway -> store: {}, shopper -> store: {}')).toEqual(['threatened', 'bypass']);
    expect(states('clerk -> gateway -> store: {}, clerk -> store: {}')).toEqual(['threatened', 'bypass']);
  });

  it('counts anew when a zone is no longer trusted', () => {
    const text = `stridewise: 1\napis: { store: { spec: ./openapi.yaml } }\nzones: { office: trusted }\nactors: { shopper: {}, clerk: office }\ncomponents: { gateway: {} }\nflows: { shopper -> gateway -> store: {}, clerk -> store: {} }\n${LIMIT('gateway')}`;
    const uri = 'file:///workspace/shop.threats.yaml';
    const { workspace, analysis } = load(`\n//- openapi.yaml\n${SPEC}//- shop.threats.yaml\n${text}`);
    expect(analysis.problems).toEqual([]);
    const document = workspace.get(uri);
    if (document === undefined) throw new Error('No model');
    const column = 'zones: { office: '.length;
    const range = { start: { line: 2, character: column }, end: { line: 2, character: column } };
    const after = workspace.with(changeDocument(document, [{ range, text: 'un' }]));
    expect(analyse(after, { today: TODAY }).problems.map(({ code }) => code)).toEqual(['bypass']);
  });

  it('behind an API protects none of its operations', () => {
    const { states, problems } = analysed(`flows: { store -> db: {} }\n${LIMIT('db')}`);
    expect(states).toEqual(['/search threatened', '/orders unanswered']);
    expect(problems).toEqual(['hits-nothing: No flow leads through `db` to an API, so this reaches no operation']);
  });
});

describe('an answer at a flow', () => {
  it('holds where nothing else leads to the API', () => {
    const { states } = analysed(`flows: { shopper -> gateway -> store: {} }\n${LIMIT('gateway -> store')}`);
    expect(states).toEqual(['/search mitigated', '/orders mitigated']);
  });

  it('says which name no flow knows', () => {
    const { problems } = analysed(`flows: { shopper -> store: {} }\n${LIMIT('gatway -> store')}`);
    expect(problems).toEqual(['unknown-name: Nothing here is called `gatway`; did you mean `gateway`?']);
  });
});

it('an answer at an actor holds for what it calls', () => {
  expect(analysed(LIMIT('shopper')).states).toEqual(['/search threatened', '/orders mitigated']);
});

it('a threat on a flow stands where it may pass', () => {
  const { findings } = analysed(
    'flows: { shopper -> gateway -> store: {}, partner -> store: {} }\nthreats: { sniffer: { title: Someone reads along, affects: gateway -> store, stride: disclosure } }\n',
  );
  const [sniffer] = findings.filter(({ rule }) => rule === 'written-threat');
  expect(sniffer?.operations.map(({ path }) => path)).toEqual(['/search', '/orders']);
});

it.each([
  ['db', ['/search', '/orders']],
  ['store -> queue', ['/search', '/orders']],
  ['queue -> db', ['/search', '/orders']],
  ['shopper', ['/orders']],
])('a threat at %s, behind the API or before it, stands at what leads there', (affects, paths) => {
  const landscape =
    HEAD.replace('db: {', 'queue: { kind: queue }, db: {') +
    'flows: { shopper -> store: {}, store -> queue -> db: {} }\n';
  const threat = `threats: { leak: { title: Someone reads it, affects: ${affects}, stride: disclosure } }\n`;
  const { analysis } = load(`\n//- openapi.yaml\n${SPEC}//- shop.threats.yaml\n${landscape}${threat}`);
  const [leak] = analysis.apis.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'written-threat');
  expect(leak?.operations.map(({ path }) => path)).toEqual(paths);
});

it('a threat where no flow leads is told', () => {
  const { problems, findings } = analysed(
    'threats: { leak: { title: Someone reads it, affects: db, stride: disclosure } }\n',
  );
  expect(problems).toEqual(['hits-nothing: No flow leads through `db` to an API, so this reaches no operation']);
  expect(findings.filter(({ rule }) => rule === 'written-threat')).toEqual([]);
});

it('a flow ends at things of the model', () => {
  expect(analysed('flows: { shopper -> stor: {} }\n').problems).toEqual([
    'unknown-name: `stor` is no API, component or actor of this model; did you mean `store`?',
  ]);
});

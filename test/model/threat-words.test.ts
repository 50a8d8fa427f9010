import { describe, expect, it } from 'vitest';
import { explainFinding, hoverFor } from '../../server/src/core/index';
import { applyFix, checkFindings, fixesAt, load } from '../support/check';
import { SHOP } from '../support/shop';

const HEAD = `${SHOP}  /pets:
    get:
      operationId: listPets
      responses: { "200": { description: all } }
//- shop.threats.yaml
stridewise: 1
apis:
  shop: { spec: ./openapi.yaml }
threats:
`;
const MODEL = 'file:///workspace/shop.threats.yaml';
const CODES = ['unknown-technique', 'vague-weakness', 'no-weakness', 'unknown-word'];

const hoverAt = (source: string) => {
  const { workspace, analysis, cursor } = load(source);
  return cursor === null ? null : hoverFor(workspace, analysis, cursor.uri, cursor);
};

describe('The techniques of a threat', () => {
  it('go by their ids and by what people call them', () => {
    checkFindings(
      `${HEAD}  t: { title: T, affects: shop, stride: tampering, attack: [sql-injection, "Man in the middle", MITM, keylogger] }\n`,
      { codes: CODES },
    );
  });

  it('are marked where nobody calls one so', () => {
    checkFindings(`${HEAD}  t:
    title: T
    affects: shop
    stride: tampering
    attack: [sql-injektion, rootkit, flying carpets]
#            ^^^^^^^^^^^^^ warning unknown-technique: did you mean \`sql-injection\`
#                                    ^^^^^^^^^^^^^^ information unknown-technique: no attack technique that we know
`);
  });

  it('are repaired', () => {
    const loaded = load(`${HEAD}  t: { title: T, affects: shop, stride: tampering, attack: arp$0 spoofng }\n`);
    const [fix] = fixesAt(loaded);
    expect(fix?.title).toBe('Write `arp-spoofing`');
    expect(fix && applyFix(loaded, fix).find(({ uri }) => uri === MODEL)?.text).toContain('attack: arp-spoofing }');
  });

  it('tell on hover how they meet an API and what meets them', () => {
    const hover = hoverAt(`${HEAD}  t: { title: T, affects: shop, stride: tampering, attack: [MI$0TM] }\n`);
    expect(hover?.range).toMatchObject({ start: { line: 4, character: 60 }, end: { line: 4, character: 64 } });
    expect(hover?.markdown).toContain('**Man in the middle**');
    expect(hover?.markdown).toContain('- Every connection is encrypted (`transport-encryption`)');
    expect(hover?.markdown).toContain('(`cleartext-transport`)');
    expect(hover?.markdown).toContain('T1557 Adversary\\-in\\-the\\-Middle');
  });

  it('say nothing on hover where nobody knows them', () => {
    expect(
      hoverAt(`${HEAD}  t: { title: T, affects: shop, stride: tampering, attack: flying$0 carpets }\n`),
    ).toBeNull();
  });

  it('explain the finding', () => {
    const { analysis } = load(`${HEAD}  t: { title: T, affects: shop, stride: tampering, attack: [sqli, carpets] }\n`);
    const finding = analysis.apis[0]?.findings.find(({ threat }) => threat?.id === 't');
    expect(finding && explainFinding(finding)).toContain('How it is done:\n- SQL injection: Text of a request');
  });
});

describe('The weaknesses of a threat', () => {
  it('may be any that CWE lets a threat have, and those that we do not know', () => {
    checkFindings(`${HEAD}  t: { title: T, affects: shop, stride: tampering, cwe: [89, 77, 999999] }\n`, {
      codes: CODES,
    });
  });

  it('are marked where they are too vague, or no weakness', () => {
    checkFindings(`${HEAD}  t:
    title: T
    affects: shop
    stride: tampering
    cwe: [287, 16]
#         ^^^ warning vague-weakness: better: CWE-1390 (Weak Authentication), CWE-306
#              ^^ warning no-weakness: category
`);
  });

  it('offer the better ones', () => {
    const loaded = load(`${HEAD}  t: { title: T, affects: shop, stride: tampering, cwe: 2$087 }\n`);
    expect(fixesAt(loaded).map(({ title }) => title)).toEqual(['Write `1390`', 'Write `306`']);
  });

  it('tell their titles on hover', () => {
    const hover = hoverAt(`${HEAD}  t: { title: T, affects: shop, stride: tampering, cwe: 8$09 }\n`);
    expect(hover?.markdown).toContain('[CWE-89](https://cwe.mitre.org/data/definitions/89.html)');
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { htmlReport, markdownReport, type ReportData, reportOf } from '../../server/src/report';
import { exampleAnalysis, exampleSimulation } from '../pictures/sample';
import { load } from '../support/check';
import { HIDING, HOSTILE, withTexts } from '../support/hostile';
import { SHOP } from '../support/shop';
import { markupNames, xmlProblem } from '../support/xml';

const nameOf = (uri: string) => uri.replace('file:///shop/', '');
const data = reportOf(exampleAnalysis, { nameOf, simulation: exampleSimulation });
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const html = htmlReport(data, sha256);
const markdown = markdownReport(data, { mermaid: true });

/** The page without what is HTML and no XML: its first line, and the style sheet, whose text has no entities. */
const bodyOf = (page: string) => page.replace('<!DOCTYPE html>\n', '').replace(/<style>[^<]*<\/style>/, '');

it('is one page that needs nothing else', () => {
  expect(html).not.toMatch(/(?:src|srcset|data|action)=|url\(|@import|<script|<link|<iframe/);
  const addresses = new Set(
    [...html.matchAll(/="((?:https?|file|data|javascript):[^"]*)"/g)].map(([, address]) => address),
  );
  expect([...addresses]).toEqual(['http://www.w3.org/2000/svg']);
  expect(xmlProblem(bodyOf(html))).toBeNull();
});

it('allows its own style sheet and nothing more', () => {
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(html) ?? [];
  const plain = policy?.replaceAll('&#39;', "'");
  expect(plain).toBe(`default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`);
  expect(markupNames(bodyOf(html)).attributes).not.toContain('style');
});

it('links only to what it has, each id once', () => {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(data.overview.threats.length);
  expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
});

it('tells every threat with its reasons, every answer, and the simulation', () => {
  expect(data.details).toHaveLength(data.overview.threats.length);
  for (const { message, methods, factors } of data.details) {
    expect([message === '', methods.length, factors.length > 0]).toEqual([false, 3, true]);
  }
  expect(html.match(/<details class="threat"/g)).toHaveLength(data.overview.threats.length);
  for (const words of ['openapi.yaml:', 'The content network takes floods off us', '200 simulated attacks (seed 1)']) {
    expect(html).toContain(words);
  }
  for (const words of ['`openapi.yaml:', 'The content network takes floods off us', '200 simulated attacks (seed 1)']) {
    expect(markdown).toContain(words);
  }
});

it('is the same for the same input, and names a day only where one is given', () => {
  const again = reportOf(exampleAnalysis, { nameOf, simulation: exampleSimulation });
  expect(htmlReport(again, sha256)).toBe(html);
  expect(markdownReport(again, { mermaid: true })).toBe(markdown);
  expect(htmlReport({ ...data, date: '2026-11-28' }, sha256)).toContain('<p class="muted">2026-11-28</p>');
});

it('says how each goal stands, with what speaks against it, and never that a law is obeyed', () => {
  const { analysis } =
    load(`${SHOP}  /me: { get: { responses: { 200: { description: Me, content: { application/json: { schema: { $ref: '#/x/Me' } } } } } } }
x: { Me: { type: object, properties: { email: { type: string } } } }
//- shop.threats.yaml
stridewise: 1
apis: { store: { spec: ./openapi.yaml } }
data: { person: { class: personal, fields: email } }
goals: { privacy: { title: 'People | stay private', regulation: GDPR, protects: person } }
`);
  const told = reportOf(analysis, { nameOf });
  expect(told.goals.map(({ title, state }) => [title, state])).toEqual([['People | stay private', 'at-risk']]);
  expect(told.goals[0]?.questions.length).toBeGreaterThan(3);
  for (const page of [htmlReport(told, sha256), markdownReport(told, { mermaid: false })]) {
    expect(page).toContain('Art 17');
    expect(page).not.toMatch(/compliant/i);
  }
  expect(htmlReport(told, sha256)).toContain('<h2 id="goals">Goals</h2>');
  expect(html).not.toContain('id="goals"');
});

it('says what was not checked', () => {
  const told = { ...data, notChecked: [{ file: 'a|b.yaml', reason: 'is larger than 50 MB' }] };
  expect(htmlReport(told, sha256)).toContain('<code>a|b.yaml</code>');
  expect(markdownReport(told, { mermaid: false })).toContain('| a\\|b\\.yaml | is larger than 50 MB |');
});

it('has tables of Markdown whose rows have as many cells as their heads', () => {
  const hostile = withTexts(data, (text) => `${text} | and \\| more \``);
  for (const page of [markdown, markdownReport(hostile, { mermaid: false })]) {
    const tables = page.split('\n\n').filter((part) => part.startsWith('|'));
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const cells = table.split('\n').map((row) => row.replace(/\\\\|\\\|/g, '').split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
  }
});

it('links to lines in the editor', () => {
  const linked = markdownReport(data, { mermaid: false, link: ([file, line]) => `file:///f${file}#L${line + 1}` });
  expect(linked).toMatch(/\[openapi\\\.yaml\\:221\]\(<file:\/\/\/f\d#L221>\)/);
  expect(linked).not.toContain('mermaid');
});

it('draws the data flows in the language of Mermaid', () => {
  const [, flowchart = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(markdown) ?? [];
  expect(flowchart.split('\n')[0]).toBe('flowchart LR');
  expect(flowchart).toContain('subgraph z0["backend, trusted"]');
  expect(flowchart).toMatch(/n\d+ -\.->\|"credentials, personal-data#59; http in clear text"\| n\d+/);
  expect(flowchart.match(/^ *subgraph/gm)?.length).toBe(flowchart.match(/^ *end$/gm)?.length);
});

const harmful = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), {
  minLength: 5,
  maxLength: 5,
});
function poisoned(texts: readonly string[]): ReportData {
  let count = 0;
  const goal = {
    title: 'a',
    regulation: '',
    state: 'met',
    words: 'b',
    questions: ['c'],
    against: ['d'],
    markdown: '',
  } as const;
  return withTexts({ ...data, goals: [goal] }, () => texts[count++ % texts.length] ?? '');
}

it('is inert as HTML whatever people wrote', () => {
  fc.assert(
    fc.property(harmful, (texts) => {
      const page = bodyOf(htmlReport(poisoned(texts), sha256));
      expect(xmlProblem(page)).toBeNull();
      expect(page).not.toMatch(HIDING);
      const { elements, attributes } = markupNames(page);
      expect([...elements].filter((name) => /^(?:script|img|iframe|object|embed|link|form|input)$/.test(name))).toEqual(
        [],
      );
      expect([...attributes].filter((name) => /^(?:on|src|style|action)/.test(name))).toEqual([]);
      expect([...page.matchAll(/ href="([^"]*)"/g)].every(([, to = '']) => to.startsWith('#'))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

it('is inert as Markdown whatever people wrote', () => {
  const told = new Set([...markdown.matchAll(/<[a-z/!]/gi)].map(([tag]) => tag));
  fc.assert(
    fc.property(harmful, (texts) => {
      const page = markdownReport(poisoned(texts), { mermaid: true });
      expect(page).not.toMatch(HIDING);
      // What stands between backticks is code; outside nothing may begin an element, a link, an image or an address.
      const words = page.replace(/```[\s\S]*?\n```/g, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
      expect([...words.matchAll(/<[a-z/!]/gi)].filter(([tag]) => !told.has(tag))).toEqual([]);
      expect(words.match(/.{0,20}(?:(?<!\\)\]\(|(?<!\\)!\[|https?:\/\/\w|javascript:|command:)/)).toBeNull();
      const [, flowchart = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(page) ?? [];
      // Labels are made of letters, digits, a few signs and the numbers of others; a line is a node, an arrow, a zone or its end.
      const label = String.raw`"[\p{L}\p{N}\p{M} .,:/_#;-]*(?:<br/>[\p{L}\p{N}\p{M} .,:/_#;-]*)?"`;
      const line = `flowchart LR|subgraph z\\d+\\[${label}\\]|end|n\\d+(?:\\(\\[|\\[\\(?)${label}(?:\\]\\)|\\)?\\])|n\\d+ -\\.?->?-?>?(?:\\|${label}\\|)? n\\d+`;
      const isKnown = new RegExp(`^ *(?:${line})$`, 'u');
      expect(flowchart.split('\n').filter((one) => !isKnown.test(one))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

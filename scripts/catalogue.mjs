// Writes what is generated from catalogues: the weakness table from npm's cwe-sdk, and pages of the documentation and a schema.
//   node scripts/catalogue.mjs         the pages, and the table if cwe-sdk is in the cache
//   node scripts/catalogue.mjs --fetch puts cwe-sdk into the cache first (never into the package)
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { goalsPage } from './lib/goals-page.mjs';
import { modelPage, problemsPage } from './lib/model-page.mjs';

const ROOT = join(import.meta.dirname, '..');
const VERSION = '1.1.19';
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'stridewise', `cwe-sdk-${VERSION}`);
export const TABLE = 'server/src/core/catalogue/weakness-rows.ts';
const USAGES = { Allowed: 'A', 'Allowed-with-Review': 'R', Discouraged: 'D', Prohibited: 'P' };
/** The CWE view of OWASP's Top Ten, and the one by which published vulnerabilities are mapped. */
const TOP_TEN = '1344';
const PUBLISHED = '1003';

/** The catalogue of CWE in the cache, or null where it has not been fetched. */
export function cachedCatalogue() {
  const file = join(CACHE, 'node_modules/cwe-sdk/raw/cwe-archive.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).Weakness_Catalog : null;
}

const listOf = (value) => (value === undefined ? [] : [value].flat());
const idOf = (one) => Number(one.attr['@_ID']);
const deprecated = (one) => one.attr['@_Status'] === 'Deprecated';
const usageOf = (one) => one.Mapping_Notes.Usage;

function betterOf(one) {
  return listOf(one.Mapping_Notes.Suggestions?.Suggestion).map(({ attr }) => Number(attr['@_CWE_ID']));
}

function capecOf(one) {
  return listOf(one.Related_Attack_Patterns?.Related_Attack_Pattern).map(({ attr }) => Number(attr['@_CAPEC_ID']));
}

function isPublished(one) {
  return listOf(one.Related_Weaknesses?.Related_Weakness).some(({ attr }) => attr['@_View_ID'] === PUBLISHED);
}

function topTenIds(catalogue) {
  return listOf(catalogue.Categories.Category).flatMap((category) =>
    listOf(category.Relationships?.Has_Member)
      .filter(({ attr }) => attr['@_View_ID'] === TOP_TEN)
      .map(({ attr }) => Number(attr['@_CWE_ID'])),
  );
}

/** Numbers that the table lists: those wanted, those of the Top Ten and the published, all discouraged, and what is better. */
function listedIds(live, catalogue, wanted) {
  const ids = new Set([...wanted, ...topTenIds(catalogue)]);
  for (const one of live) if (isPublished(one) || usageOf(one) === 'Discouraged') ids.add(idOf(one));
  for (const one of live.filter((one) => ids.has(idOf(one)))) for (const better of betterOf(one)) ids.add(better);
  return ids;
}

function rowOf(one) {
  const parts = [idOf(one), USAGES[usageOf(one)], one.attr['@_Name'], betterOf(one).join(' '), capecOf(one).join(' ')];
  return parts.join('|');
}

const byId = (a, b) => idOf(a) - idOf(b);

/** The text of the table's file: `wanted` are the numbers that our rules and techniques use. */
export function weaknessTable(catalogue, wanted) {
  const all = listOf(catalogue.Weaknesses.Weakness);
  const live = all.filter((one) => !deprecated(one)).sort(byId);
  const ids = listedIds(live, catalogue, wanted);
  const rows = live.filter((one) => ids.has(idOf(one))).map(rowOf);
  const others = [...all.filter(deprecated), ...catalogue.Categories.Category, ...catalogue.Views.View].sort(byId);
  const { '@_Version': version, '@_Date': date } = catalogue.attr;
  return `// Written by scripts/catalogue.mjs from npm's cwe-sdk ${VERSION} (CWE ${version} of ${date}); do not edit.

/** Number, mapping (allowed, review, discouraged, prohibited by first letter), title, better numbers, CAPEC numbers. */
export const weaknessRows = () => ${literal(rows.join('\n'))};

/** Categories, views and deprecated entries. */
export const unmappableNumbers = () =>
  '${others.map(idOf).join(' ')}';
`;
}

const literal = (text) => `\`${text.replaceAll(/[\\`$]/g, '\\$&')}\``;

const OWN = [
  'rules',
  'rules/types',
  'controls',
  'catalogue',
  'model/grammar/words',
  'model/problems/answering',
  'model/problems/files',
  'model/problems/naming',
  'model/problems/writing',
  'model/schema/common',
  'model/schema/examples',
  'model/schema/sections',
  'coverage/questions',
  'features/model-schema',
];

/** What the generated files tell of: rules, controls, techniques and the language of this checkout. */
export async function ours() {
  const contents = OWN.map((one) => `export * from './server/src/core/${one}';`);
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const NO_RULE = 'none; a description shows nothing of it';
const EDITED = '<!-- Written by scripts/catalogue.mjs; do not edit. -->';

function techniqueSection({ ATTACK_NAMES, CONTROLS, STRIDE_NAMES }, one) {
  const controls = one.controls.map((id) => `${CONTROLS.find((control) => control.id === id).title} (\`${id}\`)`);
  const capec = one.capec.map((id) => `CAPEC-${id}`);
  const rows = [
    ['STRIDE', one.stride.map((letter) => STRIDE_NAMES[letter]).join(', ')],
    ['Met by', controls.join('; ')],
    ['Rules that point at it', one.rules.map((id) => `[${id}](rules/${id}.md)`).join(', ') || NO_RULE],
    ['OWASP API Security Top 10', one.owasp.join(', ')],
    ['CWE and CAPEC', [...one.cwe.map((id) => `CWE-${id}`), ...capec].join(', ')],
    ['MITRE ATT&CK', one.attack.map((id) => `${id} ${ATTACK_NAMES[id]}`).join(', ')],
  ];
  const list = rows.filter(([, text]) => text !== '').map(([what, text]) => `- ${what}: ${text}`);
  return [`## ${one.name}`, `\`${one.id}\`, also: ${one.also.join(', ')}.`, one.meets, list.join('\n')].join('\n\n');
}

/** docs/techniques.md. */
function techniquesPage(catalogue) {
  const head = `${EDITED}\n\n# Attack techniques\n\nWhat people name when they gather threats, and how each meets an API. A threat of a model names one under \`attack\`, by its id or any of its names.`;
  return `${[head, ...catalogue.techniques().map((one) => techniqueSection(catalogue, one))].join('\n\n')}\n`;
}

/** docs/rules/index.md. */
function rulesPage({ RULES }) {
  const edition = (rule, year) =>
    rule.owasp
      .filter((id) => id.endsWith(year))
      .map((id) => id.split(':')[0])
      .join(', ');
  const rows = RULES.map((rule) =>
    [
      `[${rule.id}](${rule.id}.md)`,
      rule.title,
      rule.stride.join(', '),
      edition(rule, '2023'),
      edition(rule, '2019'),
      rule.cwe.map((id) => `CWE-${id}`).join(', '),
      (rule.capec ?? []).map((id) => `CAPEC-${id}`).join(', '),
      (rule.asvs ?? []).join(', '),
    ].join(' | '),
  );
  const head = ['rule', 'what it finds', 'STRIDE', 'OWASP 2023', 'OWASP 2019', 'CWE', 'CAPEC', 'ASVS 5.0'];
  const table = [head.join(' | '), head.map(() => '---').join(' | '), ...rows];
  return `${EDITED}\n\n# Rules\n\n${table.map((row) => `| ${row} |`).join('\n')}\n`;
}

/** The generated files by their paths. */
export const pages = (own) => [
  ['docs/techniques.md', techniquesPage(own)],
  ['docs/rules/index.md', rulesPage(own)],
  ['docs/model.md', modelPage(own, readFileSync(join(ROOT, 'scripts/templates/model.md'), 'utf8'), EDITED)],
  ['docs/goals.md', goalsPage(own, readFileSync(join(ROOT, 'scripts/templates/goals.md'), 'utf8'), EDITED)],
  ['docs/problems.md', problemsPage(own, EDITED)],
  ['schemas/threat-model.schema.json', `${JSON.stringify(own.modelSchema(), null, 2)}\n`],
  ['schemas/x-stridewise.schema.json', `${JSON.stringify(own.answersSchema(), null, 2)}\n`],
];

/** Numbers of the weaknesses that our rules and techniques name. */
export const wantedIds = ({ RULES, techniques }) => [...RULES, ...techniques()].flatMap((one) => one.cwe);

async function main() {
  if (process.argv.includes('--fetch')) {
    mkdirSync(CACHE, { recursive: true });
    execFileSync('npm', ['install', '--prefix', CACHE, '--ignore-scripts', '--no-save', `cwe-sdk@${VERSION}`], {
      stdio: 'inherit',
    });
  }
  const own = await ours();
  const catalogue = cachedCatalogue();
  if (catalogue !== null) writeFileSync(join(ROOT, TABLE), weaknessTable(catalogue, wantedIds(own)));
  else console.log(`The weakness table stays as it is: ${CACHE} has no cwe-sdk (--fetch gets it).`);
  for (const [page, text] of pages(own)) writeFileSync(join(ROOT, page), text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();

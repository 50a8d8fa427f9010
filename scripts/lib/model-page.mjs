/** What a value is, in a few words; the words of a choice and the parts of a vector are explained below the table. */
function takes({ type, many }) {
  const one = NAMES[type.kind] ?? type.kind;
  const text = typeof one === 'function' ? one(type) : one;
  return many ? `${text}; one or a list` : text;
}

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll('|', '\\|');
const listed = (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

const NAMES = {
  text: 'text',
  date: 'day, `2027-05-31`',
  duration: 'time, `90 days`',
  percentage: 'percentage, `70%`',
  number: 'number',
  any: 'see its meaning',
  where: '[place](#places)',
  statement: '[statement](#statements)',
  id: ({ of }) => `id under ${listed(of.map((one) => `[${one}](#${one.toLowerCase()})`))}`,
  category: '[category](#statements)',
  rule: '[rule](rules/index.md)',
  control: 'control, [listed below](#controls)',
  attack: '[technique](techniques.md)',
  owasp: 'id, `API1:2023`',
  cwe: 'number, `639`',
  schema: 'schema, `Order` or `store Order`',
  field: 'field, `email` or `Order.address`',
  spec: 'file or glob',
  model: 'file',
  file: 'file',
  evidence: 'file, `file#text` or address',
  word: ({ choices }) => listed(choices.map(({ name }) => code(name))),
  numbers: ({ factors }) => (factors.length === 1 ? 'number' : `${factors.length} numbers, or a map of them`),
  matrix: 'five rows of five levels',
  map: 'keys and values',
};

function keyTable(keys) {
  const rows = keys.map((key) => `| ${code(key.name)} | ${cell(takes(key))} | ${cell(key.doc)} |`);
  return ['| key | takes | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** Lists of what the words of a choice mean, of the parts of a vector and of the keys of a map. */
function details(keys) {
  return keys.flatMap(({ name, type }) => {
    if (type.kind === 'word' && type.choices.length > 1) {
      return [
        `The words of ${code(name)}:\n\n${type.choices.map((one) => `- ${code(one.name)}: ${lower(one.doc)}`).join('\n')}`,
      ];
    }
    if (type.kind === 'numbers' && type.factors.length > 1) {
      return [`The numbers of ${code(name)}, in this order:\n\n${type.factors.map(factor).join('\n')}`];
    }
    return type.kind === 'map' ? [`The keys of ${code(name)}:\n\n${keyTable(type.keys)}`, ...details(type.keys)] : [];
  });
}

const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
const factor = ({ name, maximum, doc }) => `- ${code(name)}, 0 to ${maximum}: ${lower(doc)}`;

const UNDER = {
  id: 'An entry stands under an id of your choice.',
  flow: 'An entry stands under its ends: from caller to callee, over as many steps as you like.',
  statement: 'An entry stands under a [statement](#statements).',
  rule: 'An entry stands under the id of a rule. Keys that are not listed are parameters of the rule: its page names them.',
};

function sectionPart(section, own) {
  const ownKeys = section.keys.filter((key) => !own.COMMON_KEYS.some((one) => one.name === key.name));
  const short = section.shorthand === '' ? '' : ` Where an entry is one value, that is its ${code(section.shorthand)}.`;
  const under = section.entries === null ? '' : `${UNDER[section.entries]}${short}`;
  return [
    `### ${section.name}`,
    [section.doc, under].filter((text) => text !== '').join(' '),
    `\`\`\`yaml\n${own.EXAMPLES[section.name].trimEnd()}\n\`\`\``,
    keyTable(ownKeys),
    ...details(ownKeys),
  ].join('\n\n');
}

function controlTable({ CONTROLS }) {
  const rows = CONTROLS.map(({ id, title }) => `| ${code(id)} | ${cell(title)} |`);
  return ['| control | what it is |', '|---|---|', ...rows].join('\n');
}

/** docs/model.md: the template's prose, with what comes from the schema in the place of `{{name}}`. */
export function modelPage(own, template, edited) {
  const values = own.SECTIONS.filter(({ value }) => value !== null);
  const groups = own.SECTIONS.filter(({ value }) => value === null);
  const whole = [own.EXAMPLE_HEAD, ...groups.map(({ name }) => own.EXAMPLES[name])].join('');
  const parts = {
    example: `\`\`\`yaml\n${whole.trimEnd()}\n\`\`\``,
    categories: categoryTable(own),
    keys: [
      '## Root keys',
      keyTable(values.map(({ value }) => value)),
      `Every entry may also have:\n\n${keyTable(own.COMMON_KEYS)}`,
      ...groups.map((section) => sectionPart(section, own)),
    ].join('\n\n'),
    controls: controlTable(own),
  };
  return `${edited}\n\n${template.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name])}`;
}

const LOST = ['authentication', 'integrity', 'accountability', 'confidentiality', 'availability', 'authorization'];

function categoryTable({ STRIDE, CATEGORY_WORDS, PLAIN_WORDS }) {
  const rows = STRIDE.map(
    (category, index) =>
      `| ${code(CATEGORY_WORDS[category])} | ${code('STRIDE'.charAt(index))} | ${code(category)} | ${LOST[index]} | ${PLAIN_WORDS[category]} |`,
  );
  return ['| word | letter | in full | what is lost | plainly |', '|---|---|---|---|---|', ...rows].join('\n');
}

const fenced = (text) => `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;

function problemPart([id, { meaning, wrong, right }]) {
  const examples = wrong === '' ? [] : ['Told:', fenced(wrong), 'Not told:', fenced(right)];
  return [`### ${id}`, meaning, ...examples].join('\n\n');
}

/** docs/problems.md: what may be wrong with a model, by what it is about. */
export function problemsPage({ WRITING, NAMING, ANSWERING, FILES }, edited) {
  const groups = [
    ['How it is written', WRITING],
    ['What it names', NAMING],
    ['What it answers', ANSWERING],
    ['Files', FILES],
  ];
  const head =
    '# Problems of threat models\n\nEach is told where it stands, in the editor and by `stridewise check`. An error fails the check.';
  return `${[edited, head, ...groups.flatMap(([title, codes]) => [`## ${title}`, ...Object.entries(codes).map(problemPart)])].join('\n\n')}\n`;
}

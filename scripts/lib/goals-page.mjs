const code = (text) => `\`${text}\``;
const DERIVED = {
  deletion: 'something deletes what the operation handles',
  recipients: 'flows or components name what is protected',
  'no-card-codes': 'the operation takes and returns none',
};

function answersOf({ stride, controls, derived }, names) {
  return [
    ...(stride.length === 0 ? [] : [`the questions of ${stride.map((letter) => names[letter]).join(', ')}`]),
    ...controls.map((id) => `the control ${code(id)}`),
    ...(derived === undefined ? [] : [DERIVED[derived]]),
  ].join('; ');
}

function row(clause, names) {
  const against = clause.rules.map((id) => `[${id}](rules/${id}.md)`).join(', ');
  const only = clause.classes === undefined ? '' : ` Asked of ${clause.classes.join(' and ')} data alone.`;
  const cells = [clause.number, `${clause.question}${only}`, code(clause.id), answersOf(clause, names), against];
  return `| ${cells.join(' | ')} |`;
}

function section({ name, edition, classes, clauses }, names) {
  const about =
    classes.length === 0 ? 'Of everything that a goal protects.' : `Of data of the classes ${classes.join(', ')}.`;
  const head =
    '| number | question | name | answered also by | findings that speak against it |\n|---|---|---|---|---|';
  return `### ${name}\n\n${edition}. ${about}\n\n${head}\n${clauses.map((one) => row(one, names)).join('\n')}`;
}

/** docs/goals.md: the template's prose, and a table for each regulation. */
export function goalsPage({ REGULATIONS, STRIDE_NAMES }, template, edited) {
  const tables = REGULATIONS.map((one) => section(one, STRIDE_NAMES)).join('\n\n');
  return `${edited}\n\n${template.replace('{{regulations}}', tables)}`;
}

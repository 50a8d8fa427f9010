// How entries of a model are written by keyboard: take what is suggested, go through its tab stops, add the keys that are missing.

/** Goes to a new line at a column: Enter keeps the indentation, each Backspace takes a step of it away. */
export async function newLine(typist, column) {
  if ((await typist.suggested()) !== null) await typist.press('Escape');
  await typist.press('End', 'Enter');
  const { column: at } = await typist.cursor();
  for (let left = at; left > column; left -= 2) await typist.press('Backspace');
  for (let left = at; left < column; left += 2) await typist.press('Tab');
}

/** Begins a section, or one more entry of it, with what is suggested for these letters; types the key where nothing is. */
export async function begin(typist, letters, label, otherwise) {
  await typist.type(letters);
  if (await typist.choose(label)) return true;
  await typist.type(otherwise.slice(letters.length));
  return false;
}

/**
 * Goes through the tab stops of what was inserted. `entry.id` is wanted for the name, `entry.keys` for the value of each key.
 * Ends behind the last stop, and tells which keys had none.
 */
export async function fill(typist, { id, keys }) {
  const missing = new Map(Object.entries(keys));
  let last = '';
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const at = await settled(typist, last);
    const place = placeOf(at);
    const isChoice = (await typist.suggested()) !== null;
    if ((at.selected === '' && !isChoice) || place === last) break;
    const { key, value, isName } = partAt(at);
    if (!isName) missing.delete(key);
    last = await fillStop(typist, at, isName ? nameFor(key, id, keys) : (keys[key] ?? value), isChoice);
  }
  for (const [key, wanted] of missing) await addKey(typist, key, wanted);
}

const MOST_STOPS = 12;

const placeOf = ({ line, column, selected }) => `${line}:${column}:${selected}`;

/** The cursor, once it has left where it was; as it is where it does not. */
async function settled(typist, last) {
  let at = await typist.cursor();
  for (let waited = 0; waited < 8 && placeOf(at) === last; waited++) {
    await typist.pause(200);
    at = await typist.cursor();
  }
  return at;
}

/** What the cursor stands in: the name of a line, or its value. */
function partAt({ text, column }) {
  const [, key = '', value = ''] = /^\s*(.+?):(?:\s+(.*))?$/.exec(text) ?? [];
  return { key, value, isName: column <= text.indexOf(key) + key.length };
}

/** An entry that is one value has it under its name. */
function nameFor(key, id, keys) {
  return id === '' && key in keys ? key : id;
}

/** Writes what is wanted and goes on; tells where the cursor was before. */
async function fillStop(typist, at, wanted, isChoice) {
  const { selected } = at;
  const isThere = selected === textOf(wanted) && !isChoice;
  const isNext = !isThere && (await write(typist, wanted, isChoice));
  // A choice that was taken goes on by itself; a list that is still there would take the Tab.
  if (!isNext && (await typist.suggested()) !== null && !isChoice) await typist.press('Escape');
  const left = isNext ? placeOf(at) : placeOf(await typist.cursor());
  if (!isNext) await typist.press('Tab');
  await typist.pause(150);
  return left;
}

async function addKey(typist, key, wanted) {
  await newLine(typist, 4);
  const letters = key.slice(0, 2);
  await typist.type(letters);
  if (!(await typist.choose(key))) await typist.type(`${key.slice(letters.length)}: `);
  if (textOf(wanted) === (await typist.cursor()).text.split(': ')[1]) return;
  await write(typist, wanted, false);
}

/** What is to stand there at the end. */
export function textOf(wanted) {
  return typeof wanted === 'string' ? wanted : (wanted.text ?? `[${wanted.list.join(', ')}]`);
}

/** Writes a value over what is selected: chosen from what is suggested for some letters, or typed. Tells whether it went on by itself. */
async function write(typist, wanted, isChoice) {
  if (typeof wanted === 'string') {
    await typist.type(wanted);
    return false;
  }
  if (wanted.list) return writeList(typist, wanted);
  if (isChoice && wanted.letters !== undefined) {
    if (await typist.choose(wanted.text)) return true;
  }
  await typist.type(wanted.letters);
  if (!(await typist.choose(wanted.label ?? wanted.text))) await typist.type(wanted.text.slice(wanted.letters.length));
  return false;
}

/** `[first, second]`: a bracket around what is selected, or a new one. */
async function writeList(typist, { list, letters }) {
  const { selected } = await typist.cursor();
  await typist.type('[');
  const rest = selected === list[0] ? list.slice(1) : list;
  if (rest.length < list.length) await typist.press('ArrowRight');
  for (const item of rest) {
    if (item !== list[0]) await typist.type(', ');
    await typist.type(item.slice(0, letters));
    if (!(await typist.choose(item))) await typist.type(item.slice(letters));
  }
  return false;
}

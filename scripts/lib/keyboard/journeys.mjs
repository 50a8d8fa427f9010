// The ways to a model: written from nothing, or by the command; and what one then does with it.
import { begin, fill, newLine, textOf } from './entries.mjs';
import { sections } from './shop-model.mjs';
import { Typist } from './typist.mjs';

/** Runs a command of the palette, typed as a person does. */
async function command(typist, words, name) {
  await typist.press('F1');
  await typist.type(words);
  await typist.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  const rows = await typist.page.locator('.quick-input-list .monaco-list-row').allTextContents();
  for (let row = rows.findIndex((text) => text.includes(name)); row > 0; row--) await typist.press('ArrowDown');
  await typist.press('Enter');
  await typist.pause();
}

/** Writes the model of the example into a new file. */
export async function fromNothing({ page, shoot, name, read }) {
  const typist = new Typist(page);
  typist.begin('file');
  await page.locator('.explorer-folders-view').waitFor();
  await command(typist, 'file: new file', 'File: New File...');
  await typist.pause();
  await typist.type(name);
  await typist.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await findingsShown(page);
  await shoot('00-file');
  await writeHead(typist, shoot);
  for (const [index, section] of sections.entries()) {
    await writeSection(typist, section, async (what) =>
      shoot(`${String(index + 2).padStart(2, '0')}-${section.name}-${what}`),
    );
  }
  await mendDescription(typist, name);
  await shoot('19-description');
  typist.begin('save');
  await typist.press('Control+S');
  await typist.pause(1000);
  await shoot('20-written');
  return { typist, text: read() };
}

/** The old version is served without encryption, which the model's goal forbids: one letter in its description. */
async function mendDescription(typist, model) {
  typist.begin('description');
  await open(typist, 'v1.yaml');
  await typist.press('Control+G');
  await typist.type('7:15');
  await typist.press('Enter');
  await typist.pause();
  await typist.type('s');
  await typist.press('Control+S');
  await typist.pause();
  await open(typist, model);
}

async function open(typist, name) {
  await typist.press('Control+P');
  await typist.type(name);
  await typist.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await typist.press('Enter');
  await typist.page.locator('.tab.active', { hasText: name }).waitFor();
  await typist.pause(600);
}

async function writeHead(typist, shoot) {
  typist.begin('apis');
  await typist.pause(1000);
  await shoot('01-apis-list');
  await typist.choose('stridewise: 1 …');
  await shoot('01-apis-inserted');
  await fill(typist, {
    id: 'store',
    keys: { title: 'Shop', spec: './openapi.yaml', exposure: { text: 'internet', letters: 'in' } },
  });
  await newLine(typist, 2);
  await begin(typist, 'a', 'API', 'store-v1:');
  await fill(typist, {
    id: 'store-v1',
    keys: {
      spec: './v1.yaml',
      exposure: { text: 'internet', letters: 'in' },
      lifecycle: { text: 'deprecated', letters: 'de' },
    },
  });
  await shoot('01-apis-written');
  await newLine(typist, 0);
  await begin(typist, 'ow', 'owner', 'owner: ');
  await typist.type('team-shop');
}

async function writeSection(typist, { name, letters, entries }, shoot) {
  typist.begin(name);
  for (const [index, entry] of entries.entries()) {
    const isFirst = index === 0;
    await newLine(typist, isFirst ? 0 : 2);
    const [typed, label] = isFirst ? [letters, name] : entry.begin;
    const is = await begin(typist, typed, label, isFirst ? `${name}:` : `${textOf(entry.id)}:`);
    await typist.pause();
    await shoot(`${index}-inserted`);
    if (is) await fill(typist, entry);
    await shoot(`${index}-written`);
  }
}

/** Writes a first model with the command, and saves it. */
export async function fromCommand({ page, shoot, read }) {
  const typist = new Typist(page);
  typist.begin('command');
  await findingsShown(page);
  await command(typist, 'new threat', 'New Threat Model');
  await page.locator('.monaco-editor .view-line', { hasText: 'stridewise' }).first().waitFor();
  await typist.pause(1500);
  await shoot('40-command');
  await typist.press('Control+S');
  await typist.pause(1000);
  return { typist, text: read() };
}

/** Goes from name to name, renames, mends a slip and lays the file out. */
export async function lookAround({ page, shoot, read }) {
  const typist = new Typist(page);
  typist.begin('symbols');
  await typist.press('Control+Shift+O');
  await typist.type('order-ow');
  await typist.pause();
  await shoot('30-symbols');
  await typist.press('Enter');
  await typist.pause();
  typist.begin('definition and references');
  await typist.press('ArrowDown', 'ArrowDown', 'End', 'F12');
  await typist.pause(1000);
  await shoot('31-definition');
  await typist.press('Shift+F12');
  await typist.pause(1500);
  await shoot('32-references');
  await typist.press('Escape');
  typist.begin('rename');
  await typist.press('F2');
  await typist.pause(800);
  await typist.type('guessed-orders');
  await shoot('33-rename');
  await typist.press('Enter');
  await typist.pause(1000);
  await shoot('34-renamed');
  await repairSlip(typist, shoot);
  typist.begin('hover');
  await typist.press('Control+K', 'Control+I');
  await typist.pause(1000);
  await shoot('38-hover');
  await typist.press('Escape');
  typist.begin('layout');
  await typist.press('Shift+Alt+F');
  await typist.pause(1000);
  await shoot('39-layout');
  await typist.press('Control+S');
  await typist.pause(1000);
  return { typist, text: read() };
}

/** A method with two letters the wrong way round, and the quick fix that mends it. */
async function repairSlip(typist, shoot) {
  typist.begin('slip and its repair');
  await typist.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'Backspace', 'Backspace');
  await typist.type('kc');
  await typist.pause(1500);
  if ((await typist.suggested()) !== null) await typist.press('Escape');
  await shoot('35-slip');
  await typist.press('Control+.');
  await typist.pause(1000);
  await shoot('36-repairs');
  await typist.press('Enter');
  await typist.pause(1000);
  await shoot('37-repaired');
}

/** Waits until the descriptions have been judged: the status bar counts what was found. */
function findingsShown(page) {
  return page.locator('[id="status.problems"]', { hasText: /[1-9]/ }).waitFor({ timeout: 60_000 });
}

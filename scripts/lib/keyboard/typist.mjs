// Somebody who only has a keyboard: types, looks at what is suggested, and every key counts.

/** Milliseconds between two keys, as people type. */
const BETWEEN = 60;
/** Milliseconds in which a list that comes by itself is there, on a machine that is busy with other things as well. */
const PATIENCE = 6000;
/** Milliseconds in which a list that is there has all that it will have. */
const SETTLED = 1000;

const LIST = '.suggest-widget.visible .monaco-list-row';

/** Keys are counted under the section that was begun last. */
export class Typist {
  counts = new Map();
  /** What was in the way: a list that had to be asked for, a choice that was not the first. */
  remarks = [];
  #section = '';

  constructor(page) {
    this.page = page;
  }

  begin(section) {
    this.#section = section;
    if (!this.counts.has(section)) this.counts.set(section, { keys: 0, asked: 0, down: 0, chosen: 0 });
  }

  get #count() {
    return this.counts.get(this.#section);
  }

  async press(...keys) {
    for (const key of keys) {
      this.#count.keys++;
      await this.page.keyboard.press(key);
      await this.page.waitForTimeout(BETWEEN);
    }
  }

  async type(text) {
    this.#count.keys += text.length;
    await this.page.keyboard.type(text, { delay: BETWEEN });
  }

  pause(milliseconds = 400) {
    return this.page.waitForTimeout(milliseconds);
  }

  /** What is suggested now, and which of it Enter would take; null where nothing is. */
  async suggested() {
    const rows = await this.page.locator(LIST).evaluateAll((elements) =>
      elements
        .map((element) => ({
          at: Number(element.getAttribute('data-index')),
          label: element.querySelector('.label-name')?.textContent ?? '',
          isFocused: element.classList.contains('focused'),
        }))
        .sort((a, b) => a.at - b.at),
    );
    return rows.length === 0 ? null : rows;
  }

  /** Waits for a list that has this label; undefined where none comes. */
  async #rowOf(label) {
    let shown = 0;
    for (let waited = 0; waited < PATIENCE && shown < SETTLED; waited += 100) {
      const rows = await this.suggested();
      const row = rows?.find((one) => one.label === label);
      if (row) return row;
      if (rows !== null) shown += 100;
      await this.page.waitForTimeout(100);
    }
    return undefined;
  }

  /** Takes a suggestion, asking for the list where it does not come by itself; tells whether there was one. */
  async choose(label) {
    let row = await this.#rowOf(label);
    if (!row && (await this.suggested()) === null) {
      this.#count.asked++;
      this.#remark(`had to ask for "${label}"`);
      await this.press('Control+Space');
      row = await this.#rowOf(label);
    }
    if (!row) {
      this.#remark(`"${label}" is not suggested`);
      if ((await this.suggested()) !== null) await this.press('Escape');
      return false;
    }
    const focused = (await this.suggested()).find(({ isFocused }) => isFocused);
    const steps = row.at - (focused?.at ?? -1);
    if (steps !== 0)
      this.#remark(`"${label}" is ${Math.abs(steps)} further ${steps > 0 ? 'down' : 'up'} than "${focused?.label}"`);
    this.#count.down += Math.abs(steps);
    this.#count.chosen++;
    for (let step = 0; step < Math.abs(steps); step++) await this.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    await this.press('Enter');
    await this.pause(250);
    return true;
  }

  #remark(what) {
    this.remarks.push(`${this.#section}: ${what}`);
  }

  /** The cursor's line, from 1, its text without hints, and how much of it is selected. */
  async cursor() {
    const status = await this.page
      .locator('.statusbar-item', { hasText: /Ln \d+/ })
      .first()
      .textContent();
    const [, line = '1', column = '1', selected = '0'] =
      /Ln (\d+), Col (\d+)(?: \((\d+) selected\))?/.exec(status) ?? [];
    const text = await this.page.evaluate(textOfLine, line);
    const end = Number(column) - 1;
    return { line: Number(line), column: end, text, selected: text.slice(end - Number(selected), end) };
  }
}

/** Runs in the page: the text of a line by its number in the margin. */
function textOfLine(number) {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor') ?? document;
  const topOf = (element) => Number.parseFloat(element.style.top);
  const mark = [...editor.querySelectorAll('.margin-view-overlays > div')].find(
    (element) => element.querySelector('.line-numbers')?.textContent?.trim() === number,
  );
  const line = mark && [...editor.querySelectorAll('.view-line')].find((element) => topOf(element) === topOf(mark));
  if (!line) return '';
  const copy = line.cloneNode(true);
  for (const hint of copy.querySelectorAll('[class*="dyn-rule-"]')) hint.remove();
  return copy.textContent.replaceAll('\u00a0', ' ').replace(/[\u200b\u200c]/g, '');
}

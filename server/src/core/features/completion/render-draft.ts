import type { Field } from '../snippet';
import type { Draft, DraftValue, Rendered } from './item';
import { type Style, scalarText } from './quoting';

/** How far lines stand in: the first key, and what is in it from there. */
export interface Indents {
  readonly column: number;
  readonly step: number;
}

/** Keys in lines of their own, or inside brackets. */
export function renderDrafts(drafts: readonly Draft[], style: Style, indents: Indents): Rendered {
  const writer = new Writer(style, indents.step);
  if (style.flow) writer.flowPairs(drafts);
  else writer.lines(drafts, indents.column);
  return { text: writer.text, fields: writer.fields };
}

class Writer {
  text = '';
  readonly fields: Field[] = [];

  constructor(
    private readonly style: Style,
    private readonly step: number,
  ) {}

  lines(drafts: readonly Draft[], column: number): void {
    drafts.forEach((draft, index) => {
      if (index > 0) this.text += `\n${' '.repeat(column)}`;
      this.#name(draft);
      if (isText(draft.value)) this.#text(' ', draft.value);
      else if (draft.value.length > 0) {
        this.text += `\n${' '.repeat(column + this.step)}`;
        this.lines(draft.value, column + this.step);
      }
    });
  }

  flowPairs(drafts: readonly Draft[]): void {
    drafts.forEach((draft, index) => {
      if (index > 0) this.text += ', ';
      this.#name(draft);
      if (isText(draft.value)) {
        this.#text(' ', draft.value);
        return;
      }
      this.text += ' { ';
      this.flowPairs(draft.value);
      this.text += ' }';
    });
  }

  #name({ name, isNamed = false }: Draft): void {
    this.#scalar(name, isNamed, false);
    this.text += ':';
  }

  #text(
    before: string,
    { text, field, isNumber = false, choices, items }: Exclude<DraftValue, readonly Draft[]>,
  ): void {
    if (text === '' && !field) return;
    this.text += before;
    if (items !== undefined) {
      this.#list(items);
      return;
    }
    if (text === '') this.fields.push([this.text.length, this.text.length]);
    else this.#scalar(text, field, isNumber, choices);
  }

  #list(items: readonly string[]): void {
    const start = this.text.length;
    this.text += `[${items.map((item) => scalarText(item, { ...this.style, flow: true })).join(', ')}]`;
    this.fields.push([start, this.text.length]);
  }

  #scalar(text: string, isField: boolean, isNumber: boolean, choices?: readonly string[]): void {
    const written = scalarText(text, this.style, isNumber);
    const quotes = written === text ? 0 : 1;
    const start = this.text.length + quotes;
    this.text += written;
    const end = this.text.length - quotes;
    if (isField) this.fields.push(choices === undefined ? [start, end] : [start, end, choices]);
  }
}

function isText(value: DraftValue): value is Exclude<DraftValue, readonly Draft[]> {
  return !Array.isArray(value);
}

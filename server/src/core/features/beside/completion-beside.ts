import { answeringOn } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import { BESIDE_SECTIONS, filelessModel, operationText } from '../../model';
import type { Operation } from '../../openapi/types';
import { ANSWERS_KEY, blockAt, openDocument, type Position, positionOf, type SourceDocument } from '../../text';
import { type CompletionItem, type CompletionList, completionsFor, type SourceInput } from '../completion';

/** The lines of answers in a description, as a model of their own. */
interface Region {
  readonly document: SourceDocument;
  /** The line and column of the key in the description: the first line of the region stands for it. */
  readonly line: number;
  readonly column: number;
}

const NONE: CompletionList = { items: [], incomplete: false };
const SECTIONS: ReadonlySet<string> = new Set(BESIDE_SECTIONS.map(({ name }) => name));

/**
 * What may be written at a position among the answers of a description in YAML, as in a model: the lines around it are read as one, for
 * they need not read as YAML. Null where the position lies in no answers.
 */
export function completionsBeside(
  document: SourceDocument,
  position: Position,
  input: SourceInput,
): CompletionList | null {
  const region = document.syntax === 'json' ? null : regionAt(document, position);
  if (region === null) return null;
  const api = apiAt(input.analysis, document, position);
  const reached = api === null ? [] : operationsAt(api, document, region);
  const places = reached?.map((operation) => operationText(operation)) ?? null;
  const at = { line: position.line - region.line, character: position.character };
  const { items, incomplete } = completionsFor(region.document, at, inputFor(input, api, reached));
  const fitting = items.filter((item) => item.kind !== 'section' || SECTIONS.has(item.label));
  const shown = fitting.flatMap((item) => withoutPlace(item, places) ?? []).map((item) => moved(item, region.line));
  const distinct = new Map(shown.map((item) => [`${item.label} ${item.edit.newText}`, item]));
  return shown.length === 0 ? NONE : { items: [...distinct.values()], incomplete };
}

/** From the key `x-stridewise` down: lines that stand in further than it, to the cursor's and behind. */
function regionAt(document: SourceDocument, position: Position): Region | null {
  const { block } = blockAt(document, position);
  const { line: above } = positionOf(document, block, 0);
  const lines = block.text.split(/\r?\n/);
  const own = position.line - above;
  let column = Math.max(indentOf(lines[own] ?? ''), position.character);
  if (column < 0) column = position.character;
  for (let at = own - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    const indent = indentOf(line);
    if (indent < 0 || indent >= column) continue;
    column = indent;
    if (!new RegExp(`^\\s*["']?${ANSWERS_KEY}["']?:\\s*(?:#.*)?$`).test(line)) continue;
    const end = lines.findIndex((one, index) => index > own && indentOf(one) >= 0 && indentOf(one) <= indent);
    const inside = lines.slice(at + 1, end < 0 ? lines.length : end);
    const pad = inside.map(indentOf).find((one) => one > indent) ?? indent + 2;
    const text = [`${' '.repeat(pad)}stridewise: 1`, ...inside].join('\n');
    return { document: openDocument(document.uri, text, 'model'), line: above + at, column: indent };
  }
  return null;
}

function indentOf(line: string): number {
  return /^\s*#/.test(line) ? -1 : line.search(/\S/);
}

function apiAt({ apis }: Analysis, document: SourceDocument, position: Position): ApiAnalysis | null {
  const { block } = blockAt(document, position);
  const has = ({ description }: ApiAnalysis) => description.operations.some(({ at }) => at.block === block);
  return apis.find(has) ?? apis.find(({ description }) => description.uri === document.uri) ?? null;
}

/** The input of a model that speaks of this API alone, and of what is found at these operations of it. */
function inputFor(input: SourceInput, api: ApiAnalysis | null, reached: readonly Operation[] | null): SourceInput {
  if (api === null) return input;
  const [first] = answeringOn(api);
  const model = first?.model ?? filelessModel(api.description, api.id);
  const [entry] = model.apis;
  const named = first ?? (entry === undefined ? undefined : { model, entry, id: api.id, called: false });
  if (named === undefined) return input;
  const { analysis } = input;
  const models = model.fileless ? [...analysis.models, model] : analysis.models;
  const findings = reached === null ? api.findings : api.findings.flatMap((finding) => foundAt(finding, reached));
  const apis = [{ ...api, findings, models: [named] }];
  return { ...input, uri: model.uri, analysis: { ...analysis, models, apis } };
}

function foundAt(finding: Finding, reached: readonly Operation[]): Finding[] {
  const operations = finding.operations.filter((one) => reached.includes(one));
  return operations.length === 0 ? [] : [{ ...finding, operations }];
}

/** The operations that the answers stand on; null at the root, where each has to be named. */
function operationsAt(
  { description }: ApiAnalysis,
  document: SourceDocument,
  region: Region,
): readonly Operation[] | null {
  const owner = ownerLine(document, region);
  if (owner === null) return null;
  const isAt = ({ uri, block, start }: Operation['at']) =>
    uri === document.uri && document.blocks.includes(block) && positionOf(document, block, start).line === owner;
  return description.operations.filter((one) => isAt(one.at) || isAt(one.pathAt));
}

/** The line of the key that holds the answers; null at the root. */
function ownerLine(document: SourceDocument, { line, column }: Region): number | null {
  const { block, offset } = blockAt(document, { line, character: 0 });
  const above = block.text.slice(0, offset).split(/\r?\n/).slice(0, -1);
  const found = above.findLastIndex((one) => indentOf(one) >= 0 && indentOf(one) < column);
  return found < 0 ? null : line - above.length + found;
}

/** An item without the place that is meant anyway; null where it speaks of another one. */
function withoutPlace(item: CompletionItem, places: readonly string[] | null): CompletionItem | null {
  const { newText } = item.edit;
  if (places === null || !newText.includes(' on ')) return item;
  const place = places.map((one) => ` on ${one}`).find((one) => newText.includes(one));
  if (place === undefined) return null;
  const [start, { length }] = [newText.indexOf(place), place];
  const offset = (at: number) => (at <= start ? at : Math.max(start, at - length));
  return {
    ...item,
    label: item.label.replace(place, ''),
    edit: { ...item.edit, newText: newText.slice(0, start) + newText.slice(start + length) },
    fields: item.fields.map(([from, to, ...choices]) => [offset(from), offset(to), ...choices]),
  };
}

function moved(item: CompletionItem, lines: number): CompletionItem {
  const { start, end } = item.edit.range;
  const down = ({ line, character }: Position) => ({ line: line + lines, character });
  return { ...item, edit: { ...item.edit, range: { start: down(start), end: down(end) } } };
}

// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: loops over characters, where every call counts.
import { BLOCK, FLOW, headOf, MAP, SEQUENCE } from './node-head';
import {
  CLOSE_MAPPING,
  CLOSE_SEQUENCE,
  COLON,
  COMMA,
  CR,
  DASH,
  DOUBLE_QUOTE,
  giveUp,
  HASH,
  isBlank,
  LF,
  OPEN_MAPPING,
  OPEN_SEQUENCE,
  PIPE,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  UNUSUAL,
} from './yaml-cursor';
import { YamlScalars } from './yaml-scalars';

const BLOCK_SEQUENCE = headOf(SEQUENCE, BLOCK);
const BLOCK_MAP = headOf(MAP, BLOCK);
const FLOW_SEQUENCE = headOf(SEQUENCE, FLOW);
const FLOW_MAP = headOf(MAP, FLOW);
const FOLD = 62;

/** Reads the YAML that specifications are written in, several times faster than a full parser, and gives up on all else. */
class YamlReader extends YamlScalars {
  /** The tree of a text that is one block mapping, or null where a full parser must decide. */
  read(text: string): Int32Array | null {
    this.reset(text);
    try {
      this.toContent();
      if (this.column < 0) return null;
      this.node(-1);
      return this.column >= 0 || this.isScalar(0) ? null : this.tree.slice(0, this.count * 3);
    } catch (error) {
      if (error !== UNUSUAL) throw error;
      return null;
    }
  }

  /** A value whose first character is the first content of its line, or follows `- `. */
  private node(parent: number): void {
    this.descend();
    const code = this.code(this.at);
    if (code === DASH && this.isBlankAt(this.at + 1)) this.sequence(this.at - this.lineStart);
    else this.mappingOrScalar(parent, code);
    this.ascend();
  }

  private sequence(column: number): void {
    const node = this.add(BLOCK_SEQUENCE, this.at, 0);
    do {
      this.at++;
      const code = this.skipSpaces();
      if (code === TAB) giveUp();
      if (Number.isNaN(code) || code === LF || code === CR || code === HASH) {
        this.toNextLine();
        if (this.column > column) this.node(column);
        else this.empty();
      } else this.node(column);
      if (this.column > column) giveUp();
    } while (this.isItem(column));
    this.close(node);
  }

  private isItem(column: number): boolean {
    return this.column === column && this.code(this.at) === DASH && this.isBlankAt(this.at + 1);
  }

  private mappingOrScalar(parent: number, code: number): void {
    if (code === OPEN_SEQUENCE || code === OPEN_MAPPING) {
      this.flowValue(parent + 1);
      return;
    }
    if (code === PIPE || code === FOLD) {
      this.blockScalar(parent + 1);
      return;
    }
    this.expectPlain(code);
    const colon = this.findColon();
    if (colon < 0) this.inline(code, parent + 1);
    else this.mapping(this.at - this.lineStart, colon);
  }

  private mapping(column: number, firstColon: number): void {
    const node = this.add(BLOCK_MAP, this.at, 0);
    for (let colon = firstColon; ; colon = this.nextKey()) {
      this.add(this.keyHead, this.keyStart, this.keyEnd);
      this.at = colon + 1;
      this.mappingValue(column);
      if (this.column > column) giveUp();
      if (this.column < column) break;
    }
    this.close(node);
  }

  private nextKey(): number {
    const code = this.code(this.at);
    if (code === OPEN_SEQUENCE || code === OPEN_MAPPING) giveUp();
    this.expectPlain(code);
    const colon = this.findColon();
    return colon < 0 ? giveUp() : colon;
  }

  private mappingValue(column: number): void {
    const code = this.skipSpaces();
    if (code === TAB) giveUp();
    const isComment = code === HASH && this.code(this.at - 1) === SPACE;
    if (!isComment && code !== LF && code !== CR && !Number.isNaN(code)) {
      this.valueOnLine(column, code);
      return;
    }
    this.toNextLine();
    if (this.column > column) this.node(column);
    else if (this.isItem(column)) {
      this.descend();
      this.sequence(column);
      this.ascend();
    } else this.empty();
  }

  private valueOnLine(column: number, code: number): void {
    if (code === PIPE || code === FOLD) {
      this.blockScalar(column + 1);
      return;
    }
    if (code === OPEN_SEQUENCE || code === OPEN_MAPPING) {
      this.flowValue(column + 1);
      return;
    }
    this.expectPlain(code);
    this.inline(code, column + 1);
  }

  private inline(code: number, indent: number): void {
    if (code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE) {
      this.plain(indent);
      return;
    }
    this.quoted(indent);
    this.toNextLine();
  }

  private flowValue(indent: number): void {
    this.flow(indent);
    if (this.skipSpaces() === COLON) giveUp();
    this.toNextLine();
  }

  private flow(indent: number): void {
    this.descend();
    const isMapping = this.code(this.at) === OPEN_MAPPING;
    const closing = isMapping ? CLOSE_MAPPING : CLOSE_SEQUENCE;
    const node = this.add(isMapping ? FLOW_MAP : FLOW_SEQUENCE, this.at, 0);
    this.at++;
    let code = this.skipFlow(indent);
    while (code !== closing) {
      if (isMapping) this.flowKey(code, indent);
      this.flowItem(this.code(this.at), indent);
      code = this.skipFlow(indent);
      if (code === COMMA) {
        this.at++;
        code = this.skipFlow(indent);
      } else if (code !== closing) giveUp();
    }
    this.close(node);
    this.at++;
    this.ascend();
  }

  private flowKey(code: number, indent: number): void {
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) this.quoted(indent);
    else this.flowPlain(code);
    if (this.skipFlow(indent) !== COLON) giveUp();
    this.at++;
    const next = this.skipFlow(indent);
    if (next === COMMA || next === CLOSE_MAPPING) giveUp();
  }

  private flowItem(code: number, indent: number): void {
    if (code === OPEN_SEQUENCE || code === OPEN_MAPPING) this.flow(indent);
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) this.quoted(indent);
    else this.flowPlain(code);
  }

  /** Moves over blanks and line breaks inside brackets. */
  private skipFlow(indent: number): number {
    let code = this.skipSpaces();
    if (code === LF || code === CR) {
      this.at = this.fold(this.at, indent);
      code = this.code(this.at);
    }
    if (code === HASH || code === TAB || Number.isNaN(code)) giveUp();
    return code;
  }

  private flowPlain(first: number): void {
    this.expectPlain(first);
    if (first === COLON || first === 63 || first === DASH) giveUp();
    const start = this.at;
    let end = start;
    let at = start;
    for (let code = first; !isFlowEnd(code); code = this.code(++at)) {
      if (code === LF || code === CR || code === TAB || code === HASH || Number.isNaN(code)) giveUp();
      if (code === COLON && (isBlank(this.code(at + 1)) || isFlowEnd(this.code(at + 1)))) break;
      if (code !== SPACE) end = at + 1;
    }
    if (end === start) giveUp();
    this.plainScalar(start, end, true);
    this.at = at;
  }
}

function isFlowEnd(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_SEQUENCE ||
    code === CLOSE_SEQUENCE ||
    code === OPEN_MAPPING ||
    code === CLOSE_MAPPING
  );
}

const reader = new YamlReader();

/** Reads ordinary YAML to the same tree as js-yaml, or null where the text holds anything out of the ordinary. */
export function readOrdinaryYaml(text: string): Int32Array | null {
  return reader.read(text);
}

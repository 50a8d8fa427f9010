import { ANY, type Characters, escaped, one } from './characters';
import { readClass } from './class-reader';
import { addGroup, isExponential, ONCE, type Repeat, Sequence } from './sequence';

/** Longer patterns are not judged: nobody wrote them by hand. */
const MAX_LENGTH = 2000;
const REPEATED_GROUP = /\)[*+{]/;
const LOOKS = /^\?<?[=!]/;

/**
 * Whether matching the pattern may take time exponential in a value's length: a repeated group whose rounds can be told
 * apart in many ways (`(a+)+$`), with something behind it that can fail. Read by its structure alone, in linear time; the
 * pattern is never run. What is not understood is not costly.
 */
export function isCostly(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH || !REPEATED_GROUP.test(pattern)) return false;
  return new PatternReader(pattern).read();
}

interface Group {
  readonly alternatives: Sequence[];
  /** It only looks, and takes nothing. */
  readonly looks: boolean;
}

class PatternReader {
  private at = 0;
  private readonly groups: Group[] = [{ alternatives: [new Sequence()], looks: false }];
  /** A repeated group was ambiguous: it costs as soon as what follows can fail. */
  private suspect = false;
  private costly = false;

  constructor(private readonly pattern: string) {}

  read(): boolean {
    while (this.at < this.pattern.length && !this.costly) if (!this.step()) return false;
    return this.costly;
  }

  /** False where the pattern is not understood. */
  private step(): boolean {
    const { pattern } = this;
    const here = pattern[this.at] as string;
    switch (here) {
      case '(':
        return this.open();
      case ')':
        return this.close();
      case '|':
        this.at++;
        this.groups.at(-1)?.alternatives.push(new Sequence());
        return true;
      case '^':
      case '$':
        this.at++;
        this.costly ||= this.suspect && here === '$';
        return true;
      case '[':
        return this.takeClass();
      case '\\':
        return this.takeEscape();
      default:
        this.at++;
        return this.atom(here === '.' ? ANY : one(here.charCodeAt(0)));
    }
  }

  private open(): boolean {
    this.at++;
    const kind = this.pattern[this.at] === '?' ? (LOOKS.exec(this.pattern.slice(this.at, this.at + 3))?.[0] ?? '') : '';
    this.groups.push({ alternatives: [new Sequence()], looks: kind !== '' });
    if (kind !== '') this.at += kind.length;
    else if (this.pattern[this.at] === '?') return this.skipName();
    return true;
  }

  /** `?:`, `?<name>`. */
  private skipName(): boolean {
    this.at = this.pattern[this.at + 1] === '<' ? this.pattern.indexOf('>', this.at) + 1 : this.at + 2;
    return this.at > 0;
  }

  private close(): boolean {
    const group = this.groups.pop();
    const around = this.groups.at(-1)?.alternatives.at(-1);
    if (group === undefined || around === undefined) return false;
    this.at++;
    const repeat = this.repeat();
    if (group.looks) return true;
    const before = this.suspect;
    addGroup(around, group.alternatives, repeat);
    this.suspect = before || isExponential(group.alternatives, repeat);
    return true;
  }

  private takeClass(): boolean {
    const found = readClass(this.pattern, this.at);
    if (found === null) return false;
    this.at = found.end;
    return this.atom(found.set);
  }

  private takeEscape(): boolean {
    const letter = this.pattern[this.at + 1] ?? '\\';
    this.at += 2;
    if (letter === 'b' || letter === 'B') {
      this.costly ||= this.suspect;
      return true;
    }
    if ('pPuxck'.includes(letter) || (letter >= '1' && letter <= '9')) return this.skipEscape();
    return this.atom(escaped(letter));
  }

  /** Properties, code points and references back stand for anything. */
  private skipEscape(): boolean {
    if (this.pattern[this.at] === '{') this.at = this.pattern.indexOf('}', this.at) + 1;
    return this.at > 0 && this.atom(ANY);
  }

  private atom(set: Characters): boolean {
    const repeat = this.repeat();
    this.costly ||= this.suspect && repeat.min > 0;
    this.groups.at(-1)?.alternatives.at(-1)?.add(set, repeat);
    return true;
  }

  private repeat(): Repeat {
    const found = quantifierAt(this.pattern, this.at);
    this.at = found.end;
    // Lazy repetition goes back as often as greedy one.
    if (found.end > 0 && found.repeat !== ONCE && this.pattern[this.at] === '?') this.at++;
    return found.repeat;
  }
}

function quantifierAt(pattern: string, at: number): { repeat: Repeat; end: number } {
  const max = Number.POSITIVE_INFINITY;
  switch (pattern[at]) {
    case '*':
      return { repeat: { min: 0, max }, end: at + 1 };
    case '+':
      return { repeat: { min: 1, max }, end: at + 1 };
    case '?':
      return { repeat: { min: 0, max: 1 }, end: at + 1 };
    case '{':
      return countAt(pattern, at);
    default:
      return { repeat: ONCE, end: at };
  }
}

/** `{2}`, `{2,}` or `{2,5}`; a brace that counts nothing is a character. */
function countAt(pattern: string, at: number): { repeat: Repeat; end: number } {
  const close = pattern.indexOf('}', at);
  const [, min, comma, max] =
    /^\{(\d{1,6})(,?)(\d{0,6})\}$/.exec(pattern.slice(at, Math.min(close + 1, at + 16))) ?? [];
  if (min === undefined) return { repeat: ONCE, end: at };
  const least = Number(min);
  const most = comma === '' ? least : max === '' ? Number.POSITIVE_INFINITY : Number(max);
  return { repeat: { min: least, max: most }, end: close + 1 };
}

import { describe, expect, test } from 'vitest';
import { diagnosticsFor } from '../../server/src/core/index';
import {
  type Block,
  changeDocument,
  openDocument,
  positionOf,
  type SourceDocument,
  textOf,
} from '../../server/src/core/text';
import { analyseExample, EXAMPLE_MODEL, EXAMPLE_URI, exampleDescriptions } from '../support/example';

/** What a reader sees: problems by line and code, findings by their fingerprint and what became of them. */
interface Seen {
  readonly problems: readonly { readonly line: number; readonly code: string }[];
  readonly findings: ReadonlyMap<string, string>;
  /** Ids of entries that are a finding or answer it. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

function look(document: SourceDocument): Seen {
  const workspace = exampleDescriptions.with(document);
  const analysis = analyseExample(workspace);
  const problems = diagnosticsFor(workspace, analysis, EXAMPLE_URI, { open: true }).map(({ range, code }) => ({
    line: range.start.line,
    code,
  }));
  const all = analysis.apis.flatMap(({ findings }) => findings);
  const named = all.map(({ fingerprint, threat, answers }): [string, string[]] => [
    fingerprint,
    [threat?.id ?? '', ...answers.map(({ id }) => id)],
  ]);
  return {
    problems,
    findings: new Map(all.map(({ fingerprint, state, severity }) => [fingerprint, `${state} ${severity}`])),
    named: new Map(named),
  };
}

function typed(document: SourceDocument, offset: number, text: string): SourceDocument {
  const before = textOf(document).slice(0, offset);
  const line = before.split('\n').length - 1;
  const position = { line, character: offset - (before.lastIndexOf('\n') + 1) };
  return changeDocument(document, [{ range: { start: position, end: position }, text }]);
}

/** Notes what each thing goes through; whatever comes back to what it was has flickered. */
class Changes {
  private readonly last = new Map<string, string>();
  private readonly went = new Map<string, string[]>();
  private readonly own = new Set<string>();

  note(state: ReadonlyMap<string, string>): void {
    for (const key of new Set([...this.last.keys(), ...state.keys()])) {
      const before = this.last.get(key) ?? 'absent';
      const now = state.get(key) ?? 'absent';
      if (before === now) continue;
      this.went.set(key, [...(this.went.get(key) ?? [before]), now]);
      this.last.set(key, now);
    }
  }

  /** What follows is the next entry. */
  restart(): void {
    this.went.clear();
    this.own.clear();
  }

  /** What the entry answers itself goes through all that it says. */
  leaveOut({ named }: Seen, entry: string): void {
    for (const [key, ids] of named) if (ids.includes(entry)) this.own.add(key);
  }

  flickered(): string[] {
    return [...this.went]
      .filter(([key, states]) => new Set(states).size < states.length && !this.own.has(key))
      .map(([key, states]) => `${key}: ${states.join(' > ')}`);
  }
}

const isEntry = ({ kind }: Block) => kind !== 'prologue';

/** Problems outside of some lines, the lines behind them counted as if these were not there. */
function outside(seen: Seen, from: number, to: number): Map<string, string> {
  const kept = seen.problems.filter(({ line }) => line < from || line > to);
  return new Map(kept.map(({ line, code }) => [`${line < from ? line : line - to - 10000} ${code}`, 'shown']));
}

describe('The example model, typed key by key', () => {
  test('from nothing: no problem above and no finding comes and goes while an entry is typed', () => {
    let document = openDocument(EXAMPLE_URI, '', 'model', true);
    const problems = new Changes();
    const findings = new Changes();
    let entry = 0;
    const flickers: string[] = [];
    for (let offset = 0; offset < EXAMPLE_MODEL.length; offset++) {
      document = typed(document, offset, EXAMPLE_MODEL[offset] ?? '');
      const count = document.blocks.filter(isEntry).length;
      const block = document.blocks.at(-1);
      const start = block === undefined ? 0 : positionOf(document, block, block.keyStart).line;
      const seen = look(document);
      if (count !== entry) {
        flickers.push(...problems.flickered(), ...findings.flickered());
        entry = count;
        problems.note(outside(seen, start, Number.POSITIVE_INFINITY));
        findings.note(seen.findings);
        problems.restart();
        findings.restart();
      }
      problems.note(outside(seen, start, Number.POSITIVE_INFINITY));
      findings.note(seen.findings);
      findings.leaveOut(seen, block?.key ?? '');
    }
    expect(textOf(document)).toBe(EXAMPLE_MODEL);
    expect(flickers).toEqual([]);
  }, 120_000);

  const whole = openDocument(EXAMPLE_URI, EXAMPLE_MODEL, 'model', true);
  const entries = whole.blocks.flatMap((block, index) => {
    const start = whole.blocks.slice(0, index).reduce((sum, { text }) => sum + text.length, 0);
    return block.kind === 'leaf' && block.depth > 0 ? [{ key: block.key, start, text: block.text }] : [];
  });

  /** What comes and goes outside of a text while it is typed between two others, key by key. */
  function flickersOf(before: string, text: string, behind: string, key: string): string[] {
    let document = openDocument(EXAMPLE_URI, `${before}\n${behind}`, 'model', true);
    const problems = new Changes();
    const findings = new Changes();
    const first = before.split('\n').length - 1;
    for (let at = 0; at < text.length; at++) {
      const last = first + text.slice(0, at).split('\n').length - 1;
      const seen = look(document);
      problems.note(outside(seen, first, last));
      findings.note(seen.findings);
      findings.leaveOut(seen, key);
      if (at === 0) {
        problems.restart();
        findings.restart();
      }
      document = typed(document, before.length + at, text[at] ?? '');
    }
    return [...problems.flickered(), ...findings.flickered()];
  }

  test.each(entries)(
    '$key anew, with the others there: nothing outside of it comes and goes',
    ({ key, start, text }) => {
      const behind = EXAMPLE_MODEL.slice(start + text.length);
      expect(flickersOf(EXAMPLE_MODEL.slice(0, start), text, behind, key)).toEqual([]);
    },
    120_000,
  );

  test.each([
    [
      'notApplicable:',
      'rules:\n  unbounded-page-size: { largest: 100, reason: "Small: pages" }\n',
      'unbounded-page-size',
    ],
    ['mitigations:', 'zones:\n  inside: trusted\nactors:\n  clerk: { zone: inside }\n', 'clerk'],
    [
      '  # Overdue.',
      '  own: { strategy: transfer, to: "A, B", covers: [denial on store GET /products], status: planned }\n',
      'own',
    ],
    [
      '  # Overdue.',
      "  own:\n    title: 'It''s: ours'\n    covers:\n      - tampering on store GET /products\n    status: planned\n",
      'own',
    ],
    ['  repudiation on', '  spoofing on store GET /products: "Open: to all"\n', 'spoofing on store GET /products'],
  ])(
    'something new in front of %j: nothing outside of it comes and goes',
    (place, text, key) => {
      const start = EXAMPLE_MODEL.indexOf(place);
      expect(start).toBeGreaterThan(0);
      expect(flickersOf(EXAMPLE_MODEL.slice(0, start), text, EXAMPLE_MODEL.slice(start), key)).toEqual([]);
    },
    120_000,
  );

  test.each(['"', '[', '{', ': x', '\t', '*a', '? ', '}'])('an entry broken by %j keeps what it said', (slip) => {
    const whole = openDocument(EXAMPLE_URI, EXAMPLE_MODEL, 'model', true);
    const before = look(whole);
    let offset = 0;
    let broken = 0;
    for (const block of whole.blocks) {
      const start = offset;
      offset += block.text.length;
      const colon = block.text.lastIndexOf(': ');
      if (block.kind !== 'leaf' || block.depth === 0 || colon < 0) continue;
      const document = typed(whole, start + colon + 2, slip);
      if (document.blocks.every(({ error }) => error === null)) continue;
      broken += 1;
      const seen = look(document);
      expect(seen.findings, block.key).toEqual(before.findings);
      const first = positionOf(whole, block, block.keyStart).line;
      const last = first + block.newlines;
      expect(outside(seen, first, last), block.key).toEqual(outside(before, first, last));
      expect(
        seen.problems.some(({ line }) => line >= first && line <= last),
        block.key,
      ).toBe(true);
    }
    expect(broken).toBeGreaterThan(2);
  });

  test.each(['"', 'x\n', '&a *a', '}: ['])(
    'a path item broken by %j leaves the model without a new problem',
    (slip) => {
      const uri = 'file:///shop/openapi.yaml';
      const spec = exampleDescriptions.get(uri) as SourceDocument;
      const model = openDocument(EXAMPLE_URI, EXAMPLE_MODEL, 'model');
      const problemsWith = (document: SourceDocument) => {
        const workspace = exampleDescriptions.with(model).with(document);
        return diagnosticsFor(workspace, analyseExample(workspace), EXAMPLE_URI, { open: true }).map(
          ({ code }) => code,
        );
      };
      const before = problemsWith(spec);
      const broken = typed(spec, textOf(spec).indexOf('operationId: payOrder') + 'operationId: '.length, slip);
      expect(broken.blocks.some(({ error }) => error !== null)).toBe(true);
      expect(problemsWith(broken).filter((code) => !before.includes(code))).toEqual([]);
      expect(problemsWith(broken).filter((code) => code === 'unknown-operation')).toEqual([]);
      expect(problemsWith(spec)).toEqual(before);
    },
  );
});

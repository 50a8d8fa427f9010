import { afterEach, describe, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import {
  EXPLAIN,
  type Explanation,
  FINDING_FIXES,
  type FindingFix,
  OPERATION_RULES,
  type OperationRules,
} from '../../server/src/protocol';
import { MODEL, MODEL_URI, SPEC, SPEC_URI } from './support/shop';
import { PULL, TestClient } from './support/test-client';

let client: TestClient;
afterEach(() => client.stop());

async function start(initializationOptions: object, capabilities: object = PULL): Promise<void> {
  const files = new Map([
    [SPEC_URI, SPEC],
    [MODEL_URI, MODEL],
  ]);
  client = await TestClient.start({ capabilities: { ...PULL, ...capabilities }, files, initializationOptions });
  await client.open(SPEC_URI, SPEC);
}

const lineOf = (text: string) => SPEC.slice(0, SPEC.indexOf(text)).split('\n').length - 1;
const placeOf = (text: string) => ({ uri: SPEC_URI, position: { line: lineOf(text), character: 6 } });

async function hoverAt(text: string): Promise<string> {
  const { uri, position } = placeOf(text);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
  return (hover.contents as MarkupContent).value;
}

const COMMANDS = { answerCommand: 'x.answer', explainCommand: 'x.why', explainRuleCommand: 'x.rule' };

describe('the rules of an operation', () => {
  it('are told where the cursor lies in it, those that find something first', async () => {
    await start({});
    const told = await client.connection.sendRequest<OperationRules>(OPERATION_RULES, placeOf('      security: []'));
    expect(told.operation).toBe('POST /notes');
    expect(told.rules[0]?.fired).toBe(true);
    expect(told.rules.find(({ id }) => id === 'missing-authentication')).toMatchObject({ fired: true });
    expect(told.rules.find(({ id }) => id === 'unbounded-list')).toMatchObject({ fired: false });
    expect(told.rules.every(({ verdict }) => verdict !== '')).toBe(true);
  });

  it('are those of the first operation on the line of a path, and none elsewhere', async () => {
    await start({});
    const at = (text: string) => client.connection.sendRequest<OperationRules | null>(OPERATION_RULES, placeOf(text));
    expect(await at('  /orders/{orderId}:')).toMatchObject({ operation: 'GET /orders/{orderId}' });
    expect(await at('components:')).toBeNull();
    expect(await at('info:')).toBeNull();
  });

  it('are explained one by one, also where they find nothing', async () => {
    await start({});
    const at = placeOf('      operationId: getOrder');
    const explain = (rule: string) => client.connection.sendRequest<Explanation | null>(EXPLAIN, { rule, at });
    const silent = await explain('missing-authentication');
    expect(silent?.title).toBe('Anyone can call it without logging in (GET /orders/{orderId})');
    expect(silent?.markdown).toContain('The rule finds nothing here.');
    expect(silent?.markdown).toContain('## Why not\n\n- ✓');
    expect(silent?.markdown).toMatch(/^Category: spoofing \\\(someone passes for somebody else\\\), /m);
    expect(silent?.markdown).toContain('## What is known of what meets it');
    expect(silent?.markdown).not.toContain('## What would clear it');
    expect((await explain('broken-object-level-authorization'))?.markdown).toContain('## Why\n\n- ✓');
    const fired = (await explain('broken-object-level-authorization'))?.markdown;
    expect(fired).toMatch(/^The description shows it\./m);
    expect(fired).toMatch(/### DREAD, which ranks\n\n\| Factor/);
    expect(await explain('no-such-rule')).toBeNull();
  });
});

describe('a hover', () => {
  it('links to the answers of what is open, those of its operation first', async () => {
    await start(COMMANDS, { textDocument: { ...PULL.textDocument, hover: { contentFormat: ['markdown'] } } });
    const [, answer] = /\[Answer it\]\(command:x\.answer\?([^)]*)\)/.exec(await hoverAt('    post:')) ?? [];
    const [argument] = JSON.parse(decodeURIComponent(answer ?? ''));
    const fixes = await client.connection.sendRequest<FindingFix[]>(FINDING_FIXES, argument);
    expect(new Set(fixes.map(({ strategy }) => strategy))).toEqual(
      new Set(['reduce', 'transfer', 'avoid', 'accept', '']),
    );
    expect(fixes[0]?.title).toContain('POST /notes');
  });

  it('links to the explanations where the client has the commands', async () => {
    await start(COMMANDS, { textDocument: { ...PULL.textDocument, hover: { contentFormat: ['markdown'] } } });
    const markdown = await hoverAt('    post:');
    const [, why] = /\[Why\?\]\(command:x\.why\?([^)]*)\)/.exec(markdown) ?? [];
    const [argument] = JSON.parse(decodeURIComponent(why ?? ''));
    const explanation = await client.connection.sendRequest<Explanation>(EXPLAIN, argument);
    expect(explanation.markdown).toContain('POST /notes');
    expect(await hoverAt('      security: []')).toMatch(
      /\[Why\?\]\(command:x\.why\?[^)]*\) · \[Answer it\]\(command:x\.answer\?[^)]*\)$/,
    );
    const [, whyNot] = /\[Why not something else\?\]\(command:x\.rule\?([^)]*)\)/.exec(markdown) ?? [];
    const [place] = JSON.parse(decodeURIComponent(whyNot ?? ''));
    expect(await client.connection.sendRequest(OPERATION_RULES, place)).toMatchObject({ operation: 'POST /notes' });
  });

  it('has no links for other clients, and tells them the message', async () => {
    await start({}, { textDocument: { ...PULL.textDocument, hover: { contentFormat: ['markdown'] } } });
    expect(await hoverAt('    post:')).not.toContain('command:');
    expect(await hoverAt('      security: []')).toContain('POST /notes changes something');
  });
});

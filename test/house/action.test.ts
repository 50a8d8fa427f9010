import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundleCommandLine, commandLine } from '../cli/bundle';
import { scratchFolder } from '../cli/scratch';

beforeAll(bundleCommandLine, 60_000);

interface Step {
  readonly name: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

const SPEC = `openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
paths: { /orders: { post: { responses: { "201": { description: Placed } } } } }
`;

/** Runs the steps that are commands of ours in a folder, as the runner would, up to the first that fails. */
function act(folder: string, inputs: Readonly<Record<string, string>>) {
  const output = join(folder, '.output');
  const summary = join(folder, '.summary');
  for (const file of [output, summary]) writeFileSync(file, '');
  const filled = (text: string) =>
    text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
      if (name === 'github.action_path') return dirname(dirname(commandLine));
      if (name.startsWith('inputs.')) return inputs[name.slice(7)] ?? action.inputs[name.slice(7)]?.default ?? '';
      return /^code=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
    });
  const log: string[] = [];
  for (const { name, run, env = {} } of action.runs.steps) {
    if (run === undefined) continue;
    const own = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, filled(value)]));
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...own, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    });
    log.push(stdout, stderr);
    if (status !== 0) return { failed: name, code: status, log: log.join(''), summary: readFileSync(summary, 'utf8') };
  }
  return { failed: null, code: 0, log: log.join(''), summary: readFileSync(summary, 'utf8') };
}

describe('The action for GitHub', () => {
  it('fails by its last step, with the SARIF file written', () => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC });
    const { failed, code, log } = act(folder, { 'fail-on': 'medium' });
    expect([failed, code], log).toEqual(['Verdict', 1]);
    expect(JSON.parse(readFileSync(join(folder, 'stridewise.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  it('takes paths one a line, a level and a baseline', () => {
    const folder = scratchFolder({ 'a b/openapi.yaml': SPEC, 'c/openapi.yaml': SPEC });
    expect(act(folder, { paths: 'a b\nc\n', 'fail-on': 'critical' }).failed).toBe(null);
    execFileSync(process.execPath, [commandLine, 'check', '--write-baseline', 'known.json'], { cwd: folder });
    expect(act(folder, { paths: '.', baseline: 'known.json', 'fail-on-new': 'true' }).failed).toBe(null);
    expect(act(folder, { paths: '.', baseline: 'gone.json' })).toMatchObject({ failed: 'Check', code: 1 });
  });

  it('writes what has changed to the summary', () => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC.replace('paths: {', 'security: [{ key: [] }]\npaths: {') });
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], { cwd: folder });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'First');
    writeFileSync(join(folder, 'openapi.yaml'), SPEC);
    const { failed, summary } = act(folder, { since: 'main', 'fail-on': 'critical' });
    expect(failed).toBe('Verdict');
    expect(summary).toMatch(/^### What has changed since main/);
  });

  it('runs nothing that stands in its inputs', () => {
    const folder = scratchFolder({ 'openapi.yaml': SPEC });
    const trap = '$(touch ran)`touch ran`"; touch ran; "';
    for (const name of Object.keys(action.inputs).filter((one) => one !== 'upload')) act(folder, { [name]: trap });
    act(folder, { paths: '--output=ran\n--since=x' });
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('explains each input', () => {
    for (const { description } of Object.values(action.inputs)) expect(description).toMatch(/^[A-Za-z].*\.$/);
  });
});

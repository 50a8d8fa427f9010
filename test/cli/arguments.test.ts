import { describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from '../../server/src/cli/arguments';

const refusal = (words: string) => {
  try {
    parseArguments(words.split(' '));
  } catch (error) {
    if (error instanceof UsageError) return error.message;
  }
  return null;
};

describe('arguments', () => {
  it('checks the working directory by default', () => {
    expect(parseArguments(['check'])).toEqual({
      name: 'check',
      options: {
        paths: ['.'],
        models: [],
        format: 'text',
        output: null,
        failOn: null,
        baseline: null,
        writeBaseline: null,
        failOnNew: false,
      },
    });
  });

  it('reads every option of check', () => {
    const words = 'check a.yaml - --model m.yaml --model=n.yaml --format sarif -o out.sarif --fail-on medium';
    expect(parseArguments(words.split(' '))).toEqual({
      name: 'check',
      options: {
        paths: ['a.yaml', '-'],
        models: ['m.yaml', 'n.yaml'],
        format: 'sarif',
        output: 'out.sarif',
        failOn: 'medium',
        baseline: null,
        writeBaseline: null,
        failOnNew: false,
      },
    });
  });

  it('takes what follows -- as paths', () => {
    expect(parseArguments(['check', '--', '--help'])).toMatchObject({ options: { paths: ['--help'] } });
  });

  it.each([
    ['--help', { name: 'help', asked: true }],
    ['check --help', { name: 'help', asked: true }],
    ['--version', { name: 'version' }],
    ['init', { name: 'init', options: { paths: ['.'], output: null } }],
    ['init a.yaml b -o -', { name: 'init', options: { paths: ['a.yaml', 'b'], output: '-' } }],
    ['schema', { name: 'schema', output: null }],
    ['schema -o model.schema.json', { name: 'schema', output: 'model.schema.json' }],
    ['lsp --stdio', { name: 'lsp' }],
    ['lsp --stdio --clientProcessId=12', { name: 'lsp' }],
  ])('%s', (words, command) => {
    expect(parseArguments(words.split(' '))).toEqual(command);
  });

  it.each([
    ['check --colour', 'Unknown option --colour.'],
    ['--nothing', 'Unknown option --nothing.'],
    ['openapi.yaml', 'Unknown command "openapi.yaml". Did you mean: stridewise check openapi.yaml'],
    ['check --format xml', '--format takes text, json, sarif, junit, gitlab; not "xml".'],
    ['check --fail-on note', '--fail-on takes low, medium, high, critical; not "note".'],
    ['init -', 'init takes no standard input: a model names the files of its descriptions.'],
    ['init --output=', '--output takes a file.'],
    ['init --model m.yaml', 'Unknown option --model.'],
    ['schema a.yaml', 'schema takes no path, but got "a.yaml".'],
    ['lsp', 'lsp speaks over standard input and output: stridewise lsp --stdio'],
    ['lsp --stdio here', 'lsp takes no path, but got "here".'],
  ])('refuses %s', (words, message) => {
    expect(refusal(words)).toBe(message);
  });
});

import * as assert from 'node:assert/strict';
import {
  commands,
  type Hover,
  type Location,
  type LocationLink,
  languages,
  type MarkdownString,
  Position,
} from 'vscode';
import { exampleFile, show } from '../../suite/example';
import type { Case } from '../../suite/harness';
import { diagnosticsOf, ruleOf } from '../../suite/wait';

export const fileCases: readonly Case[] = [
  {
    name: 'a path item in another file is read, and its finding stands there',
    async run() {
      const uri = exampleFile('paths/parcel.yaml');
      const found = await diagnosticsOf(uri, 'the finding of a file that is not open');
      const finding = found.find((diagnostic) => ruleOf(diagnostic) === 'missing-authentication');
      assert.ok(finding, `found: ${found.map(ruleOf).join(', ')}`);
      return finding.message;
    },
  },
  {
    name: 'only the reference to a file that is not there is unresolved',
    async run() {
      const { uri } = await show(exampleFile('parcels.yaml'));
      const unresolved = (rule: string) => rule === 'unresolved-reference';
      const found = await diagnosticsOf(uri, 'the problem', (all) => all.some((one) => unresolved(ruleOf(one))));
      const problems = found.filter((one) => unresolved(ruleOf(one)));
      assert.equal(problems.length, 1, problems.map(({ message }) => message).join('; '));
      assert.match(problems[0]?.message ?? '', /label-that-is-not-there/);
      const part = await show(exampleFile('paths/parcel.yaml'));
      const inPart = await diagnosticsOf(part.uri, 'the findings of the part');
      assert.equal(inPart.filter((one) => unresolved(ruleOf(one))).length, 0);
    },
  },
  {
    name: 'a reference leads to its file',
    async run() {
      const document = await show(exampleFile('parcels.yaml'));
      const at = document.positionAt(document.getText().indexOf('./paths/parcel.yaml') + 5);
      const places = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      const targets = places.map((place) => ('uri' in place ? place.uri : place.targetUri).toString());
      assert.ok(targets.includes(exampleFile('paths/parcel.yaml').toString()), `leads to: ${targets.join(', ')}`);
    },
  },
  {
    name: 'a hover on an operation says what can go wrong',
    async run() {
      const { uri } = await show(exampleFile('openapi.yaml'));
      const [finding] = await diagnosticsOf(uri, 'a finding', (all) => all.some(({ range }) => range.start.line > 0));
      const { line, character } = finding?.range.start ?? new Position(0, 0);
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new Position(line, character + 1),
      );
      const texts = hovers.flatMap(({ contents }) => contents).map((content) => (content as MarkdownString).value);
      assert.ok(texts.join('').length > 0, 'the hover has text');
      return texts.join(' ').split('\n')[0];
    },
  },
  {
    name: 'what is ignored, or a dependency, is left alone',
    async run() {
      for (const name of ['ignored/openapi.yaml', 'node_modules/api/openapi.yaml']) {
        assert.equal(languages.getDiagnostics(exampleFile(name)).length, 0, name);
      }
    },
  },
];

import { describe, expect, it } from 'vitest';
import { fileCoverage, fileMarks, fileStandings } from '../../../server/src/core/index';
import { load } from '../../support/check';
import { MODEL, PARTS, SPEC } from './shop';

const OWNER = `
    mitigations:
      owner: { control: ownership-check, covers: broken-object-level-authorization on store, status: implemented, effect: 0.9 }
`;
const NONE: ReadonlySet<string> = new Set();
const BOLA = new Set(['broken-object-level-authorization']);
const OPEN = new Set(['broken-object-level-authorization', 'missing-authentication']);

describe('what is open above the line', () => {
  const standings = (source: string, hidden = NONE) =>
    [...fileStandings(load(source).analysis, hidden)].map(
      ([uri, { above, level }]) => `${uri.slice(uri.lastIndexOf('/') + 1)} ${above} ${level}`,
    );

  it('is told of the file where it stands, with the worst level, and of the model of its API', () => {
    expect(standings(SPEC)).toEqual(['openapi.yaml 2 high']);
    expect(standings(`${SPEC}${MODEL}`)).toEqual(['openapi.yaml 2 high', 'shop.threats.yaml 2 high']);
    expect(standings(`${SPEC}${MODEL}${OWNER}`)).toEqual(['openapi.yaml 1 high', 'shop.threats.yaml 1 high']);
  });

  it('leaves out what is hidden', () => {
    expect(standings(SPEC, BOLA)).toEqual(['openapi.yaml 1 high']);
    expect(standings(SPEC, OPEN)).toEqual([]);
  });

  it('lies where the component is that shows it', () => {
    expect(standings(PARTS)).toEqual(['notes.yaml 1 high']);
  });
});

describe('how far a file is answered', () => {
  const coverage = (source: string, name: string, hidden = NONE) => {
    const { analysis, files } = load(source);
    return fileCoverage(analysis, files.find(({ uri }) => uri.endsWith(name))?.uri ?? name, hidden);
  };

  it('is the share of questions that something settles, in the description and in its model', () => {
    expect(coverage(SPEC, 'openapi.yaml')).toEqual({ questions: 12, answered: 3, above: 2 });
    const answered = `${SPEC}${MODEL}${OWNER}`;
    expect(coverage(answered, 'openapi.yaml')).toEqual({ questions: 12, answered: 4, above: 1 });
    expect(coverage(answered, 'shop.threats.yaml')).toEqual(coverage(answered, 'openapi.yaml'));
    expect(coverage(answered, 'openapi.yaml', new Set(['missing-authentication']))?.above).toBe(0);
  });

  it('asks less of an API that internal callers alone reach', () => {
    const inner = `${SPEC}${MODEL.replace('internet', 'internal')}`;
    expect(coverage(inner, 'openapi.yaml')?.questions).toBe(6);
  });

  it('is nothing for a file that is neither', () => {
    expect(coverage(SPEC, 'file:///workspace/other.yaml')).toBeNull();
  });
});

describe('the marks of lines', () => {
  const marks = (source: string, hidden = NONE) => {
    const { workspace, analysis, files } = load(source);
    return Object.fromEntries(fileMarks(workspace, analysis, files[0]?.uri ?? '', hidden));
  };

  it('are the worst level above the line, what is open below it, and what is answered; questions have none', () => {
    expect(marks(SPEC)).toEqual({ high: [12], medium: [8] });
    expect(marks(`${SPEC}${MODEL.replace('acceptable: low', 'acceptable: medium')}`)).toEqual({
      high: [12],
      open: [8],
    });
    expect(marks(`${SPEC}${MODEL}${OWNER}`)).toEqual({ high: [12], answered: [8] });
  });

  it('are those of what is shown', () => {
    expect(marks(SPEC, BOLA)).toEqual({ high: [12] });
  });
});

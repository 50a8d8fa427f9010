import { expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { openDocument } from '../../server/src/core/text';

const URI = 'file:///openapi.json';
const HEAD = '{"openapi":"3.0.3","info":{"title":"T","version":"1"},';
const ITEM = '{"get":{"responses":{"200":{"description":"Fine"}}}}';

function told(text: string) {
  const document = openDocument(URI, text);
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  const problems = description?.problems.map(
    ({ message, at }) => `${message.slice(0, 40)} | ${at.block.text.slice(at.start, at.start + 2)}`,
  );
  return { paths: description?.operations.map(({ path }) => path), problems };
}

const COMMA = 'A comma stands before the closing bracke';

it.each([
  ['in a path item', `${HEAD}"paths":{"/a":{"get":{"responses":{},}},"/b":${ITEM}}}`],
  ['behind the last path', `${HEAD}"paths":{"/a":${ITEM},"/b":${ITEM},}}`],
  ['behind the last section', `${HEAD}"paths":{"/a":${ITEM},"/b":${ITEM}},}`],
])('a trailing comma %s is told and loses nothing', (_, text) => {
  const { paths, problems } = told(text);
  expect(paths).toEqual(['/a', '/b']);
  expect(problems).toHaveLength(1);
  expect(problems?.[0]).toContain(COMMA);
  expect(problems?.[0]).toMatch(/\| ,/);
});

it('a bracket too many at the end is told', () => {
  const { paths, problems } = told(`${HEAD}"paths":{"/a":${ITEM},"/b":${ITEM}}}}`);
  expect(paths).toEqual(['/a', '/b']);
  expect(problems?.length).toBe(1);
});

it('sound JSON has no slip', () => {
  expect(told(`${HEAD}"paths":{"/a":${ITEM},"/b":${ITEM}}}`)).toEqual({ paths: ['/a', '/b'], problems: [] });
});

it('a bracket too many behind the last section is told and loses nothing', () => {
  const text = `${HEAD}"paths":{"/a":${ITEM},"/b":${ITEM}},"components":{"schemas":{}}}}`;
  const { paths, problems } = told(text);
  expect(paths).toEqual(['/a', '/b']);
  expect(problems).toHaveLength(1);
});

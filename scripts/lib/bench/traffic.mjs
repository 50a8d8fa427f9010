// Requests as logs keep them, made up: a description of a thousand operations, a log of a server and a HAR file.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const PATHS = 500;
const CHUNK = 10_000;

/** One of the operations, now and then a path that is in no description, or an answer of 404. */
function requestOf(number) {
  const path = number % 50 === 0 ? `/shadow${number % 7}/${number}/x` : `/things${number % PATHS}/${number * 7919}`;
  return {
    method: number % 9 === 0 ? 'DELETE' : 'GET',
    path: `/v1${path}?q=${number}`,
    status: number % 40 === 0 ? 404 : 200,
  };
}

function lineOf(number) {
  const { method, path, status } = requestOf(number);
  return `10.0.0.${number % 256} - - [28/Nov/2026:10:00:00 +0000] "${method} ${path} HTTP/1.1" ${status} ${number % 5000} "-" "Mozilla/5.0"\n`;
}

function entryOf(number) {
  const { method, path, status } = requestOf(number);
  const headers = [{ name: 'Authorization', value: `Bearer ${'x'.repeat(300)}` }];
  const request = { method, url: `https://api.big.example${path}`, headers, queryString: [] };
  const content = { size: 500, mimeType: 'application/json', text: 'y'.repeat(500) };
  return `${number === 0 ? '' : ','}${JSON.stringify({ time: 1, request, response: { status, headers: [], content } })}`;
}

function writeParts(file, count, partOf, [start, end] = ['', '']) {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, start);
  for (let from = 0; from < count; from += CHUNK) {
    const length = Math.min(CHUNK, count - from);
    writeSync(descriptor, Array.from({ length }, (_, index) => partOf(from + index)).join(''));
  }
  writeSync(descriptor, end);
  closeSync(descriptor);
}

/** Writes a description and the traffic of as many requests; gives the log and the HAR file, which has a tenth of them. */
export function writeTraffic(folder, count) {
  mkdirSync(folder, { recursive: true });
  const parameters = '[{ name: id, in: path, required: true, schema: { type: string } }]';
  const operations = ['get', 'delete'].map(
    (method) => `    ${method}: { parameters: ${parameters}, responses: { "200": { description: Fine } } }\n`,
  );
  const paths = Array.from({ length: PATHS }, (_, index) => `  /things${index}/{id}:\n${operations.join('')}`);
  const head =
    'openapi: 3.0.3\ninfo: { title: Big, version: "1" }\nservers: [{ url: https://api.big.example/v1 }]\npaths:\n';
  writeFileSync(join(folder, 'openapi.yaml'), head + paths.join(''));
  const [log, har] = [join(folder, 'access.log'), join(folder, 'requests.har')];
  writeParts(log, count, lineOf);
  writeParts(har, count / 10, entryOf, ['{"log":{"version":"1.2","entries":[', ']}}']);
  return { log, har };
}

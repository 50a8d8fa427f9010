import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const FILE = '{ type: string, format: binary }';

const certainty = (rule: string, content: string, more = '', responses = '"200": { description: Fine }') =>
  findings(`openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /documents:
    post:
${more}      requestBody: { content: { ${content} } }
      responses: { ${responses} }
`)
    .filter((found) => found.rule === rule)
    .map(({ evidence }) => evidence.certainty);

const form = (schema: string, encoding = '') =>
  `multipart/form-data: { schema: { type: object, properties: { file: ${schema} } }${encoding} }`;

group('unrestricted-file-type', () => {
  const RULE = 'unrestricted-file-type';

  it('is shown where neither kind nor size is bounded, or any kind is named', () => {
    expect(certainty(RULE, form(FILE))).toEqual(['shown']);
    expect(certainty(RULE, `"*/*": { schema: ${FILE} }`)).toEqual(['shown']);
    expect(certainty(RULE, `application/octet-stream: { schema: ${FILE} }`)).toEqual(['shown']);
  });

  it('a list of files is files', () => {
    expect(certainty(RULE, form(`{ type: array, items: ${FILE} }`))).toEqual(['shown']);
    expect(certainty(RULE, form('{ type: array, items: { type: string } }'))).toEqual([]);
  });

  it('is silent where the size is bounded, or what is of another kind is refused', () => {
    expect(certainty(RULE, form('{ type: string, format: binary, maxLength: 5000 }'))).toEqual(['silent']);
    expect(certainty(RULE, form(FILE), '', '"200": { description: Fine }, "413": { description: Large }')).toEqual([
      'silent',
    ]);
    expect(certainty(RULE, form(FILE), '', '"200": { description: Fine }, "415": { description: Kind }')).toEqual([
      'silent',
    ]);
  });

  it('reads the kinds that the encoding of a part lists', () => {
    const encoded = (kinds: string) => form(FILE, `, encoding: { file: { contentType: "${kinds}" } }`);
    expect(certainty(RULE, encoded('image/png, image/jpeg'))).toEqual([]);
    expect(certainty(RULE, encoded('*/*'))).toEqual(['shown']);
    expect(certainty(RULE, encoded('application/octet-stream'))).toEqual(['shown']);
    expect(certainty(RULE, form(FILE, ', encoding: { other: { contentType: image/png } }'))).toEqual(['shown']);
  });
});

group('upload-without-limit', () => {
  it('knows the limit of a gateway', () => {
    const RULE = 'upload-without-limit';
    expect(certainty(RULE, form(FILE))).toEqual(['silent']);
    expect(certainty(RULE, form(FILE), '      x-kong-plugin-request-size-limiting: {}\n')).toEqual([]);
  });
});

group('business-flow-abuse', () => {
  const flows = (limited: number, others: number) => {
    const answer = (limit: boolean) =>
      `{ responses: { "200": { description: Fine }${limit ? ', "429": { description: Slower }' : ''} } }`;
    const reads = Array.from(
      { length: limited + others },
      (_, at) => `  /lists/l${at}: { get: ${answer(at < limited)} }\n`,
    );
    return findings(`openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /vouchers/redeem: { post: ${answer(false)} }
${reads.join('')}`)
      .filter(({ rule }) => rule === 'business-flow-abuse')
      .map(({ evidence }) => evidence.certainty);
  };

  it('shows the gap where most operations tell a limit', () => {
    expect(flows(4, 1)).toEqual(['shown']);
  });

  it('is silent where few do, or where there are too few to tell', () => {
    expect(flows(3, 4)).toEqual(['silent']);
    expect(flows(2, 0)).toEqual(['silent']);
    expect(flows(0, 0)).toEqual(['silent']);
  });
});

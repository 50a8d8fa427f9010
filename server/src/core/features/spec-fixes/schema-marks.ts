import type { Node } from '../../openapi/node';
import type { Operation, Property } from '../../openapi/types';
import { exposedProperty } from '../../rules/facts/exposed';
import { type Input, inputsOf } from '../../rules/facts/inputs';
import { insideOf } from '../../rules/facts/insides';
import { privilegedInputs } from '../../rules/facts/privileged';
import { addressOf, partsOf, payloadSchemas } from './schemas';
import { type FileChange, namesOf, reachInWords, removeAt, type Site, type SpecFix, setAt } from './spec-fix';

/** The change that marks a property. Beside a reference a mark counts from 3.1 on; a form's field of 2.0 takes none. */
function mark(site: Site, { at }: Pick<Input | Property, 'at'>, key: 'readOnly' | 'writeOnly'): FileChange | null {
  const { version } = site.api.description;
  const property = site.nodes.nodeOf(at);
  if (property?.kind !== 'map' || (property.get('$ref') !== null && version < '3.1')) return null;
  const address = addressOf(site, property);
  return address === null ? null : setAt(address, [key], true, 'type');
}

function allOf(changes: readonly (FileChange | null)[]): FileChange[] | null {
  const made = changes.filter((one) => one !== null);
  return made.length === changes.length && made.length > 0 ? made : null;
}

const lock = (inputsAt: (site: Site) => readonly Input[], what: string): SpecFix => ({
  writes: `It marks ${what} \`readOnly: true\` in the schema that declares it, so that answers have it and requests do not. Beside a \`$ref\` that counts from 3.1 on, and a form's field of 2.0 takes no such mark: there it offers nothing.`,
  title: (site) => `Mark ${namesOf(inputsAt(site))} as readOnly`,
  changes: (site) => allOf(inputsAt(site).map((input) => mark(site, input, 'readOnly'))),
});

export const lockPrivileges = lock(
  ({ operation }) => privilegedInputs(operation),
  'what only the server should decide',
);

export const lockAuthor = lock(
  ({ operation, evidence }) => inputsOf(operation).filter(({ part }) => part === evidence?.part),
  'who did it',
);

/** A secret that is sent and must not come back. */
export const hideSecret: SpecFix = {
  writes:
    'Where the property is a credential it marks it, and others of the answer that are, `writeOnly: true` in the schema that declares them, so that requests have them and answers do not. 2.0 has no such mark, and what else an answer may leave out is for people to say: there it offers nothing.',
  title: ({ operation }) => {
    const names = namesOf(exposedIn(operation).filter(isCredential));
    return `Mark ${names === '' ? 'the property' : names} as writeOnly`;
  },
  changes: (site) => {
    const { operation, api } = site;
    const exposed = exposedIn(operation);
    if (exposed[0] === undefined || !isCredential(exposed[0]) || api.description.version === '2.0') return null;
    const names = new Set(exposed.map(({ name }) => name));
    const answers = operation.responses
      .filter(({ status }) => status.startsWith('2'))
      .flatMap(({ payload }) => payload?.properties ?? []);
    const same = answers.filter((one) => names.has(one.name) && isCredential(one) && !one.writeOnly);
    return allOf(same.map((property) => mark(site, property, 'writeOnly')));
  },
};

/** All that hardly any caller should see, one of each name: the rule tells the first. */
function exposedIn(operation: Operation): readonly Property[] {
  const first = exposedProperty(operation);
  if (first === null) return [];
  const responses = operation.responses.map((response) => {
    const { payload } = response;
    if (payload === null) return response;
    return {
      ...response,
      payload: { ...payload, properties: payload.properties.filter((one) => one.name !== first.name) },
    };
  });
  return [first, ...exposedIn({ ...operation, shape: {}, responses })];
}

function isCredential({ dataClass }: Property): boolean {
  return dataClass === 'credentials';
}

/** No property but those that are listed. */
const close = (which: 'request' | 'response'): SpecFix => ({
  writes: `Where the ${which === 'request' ? 'body' : 'answer'} says that it takes any property (\`additionalProperties: true\`, or \`{}\`) and lists some, it writes \`false\` there. Where none is listed they have to be listed first, so it offers nothing.`,
  title: (site) => `Allow no properties but the listed in ${reachInWords(site)}`,
  changes: (site) => {
    const parts = payloadSchemas(site, which).flatMap((schema) => partsOf(site, schema));
    const open = parts.flatMap((part) => openKeys(part).map((key) => ({ part, key })));
    const isListed = parts.some((part) => (part.get('properties')?.entries().length ?? 0) > 0);
    if (open.length === 0 || !isListed) return null;
    return allOf(
      open.map(({ part, key }) => {
        const address = addressOf(site, part);
        return address === null ? null : setAt(address, [key], false);
      }),
    );
  },
});

function openKeys(schema: Node): string[] {
  return ['additionalProperties', 'unevaluatedProperties'].filter((key) => {
    const value = schema.get(key);
    return value?.isTrue() === true || (value?.kind === 'map' && value.entries().length === 0);
  });
}

export const closeBody = close('request');
export const closeAnswer = close('response');

/** Secrets and open answers are flagged by one rule. */
export const hideOrClose: SpecFix = {
  writes: `${hideSecret.writes} ${closeAnswer.writes}`,
  title: (site) => (exposedProperty(site.operation) === null ? closeAnswer : hideSecret).title(site),
  changes: (site) => (exposedProperty(site.operation) === null ? closeAnswer : hideSecret).changes(site),
};

/** What shows how the server is built leaves the schema of errors. */
export const dropInsides: SpecFix = {
  writes: 'It takes the property out of the schema of errors that declares it, out of its list of required ones too.',
  title: ({ operation }) => `Take ${insideOf(operation)?.name ?? 'it'} out of the errors`,
  changes: ({ nodes, operation }) => {
    const property = insideOf(operation);
    const address = property === null ? null : nodes.addressOf(property.at);
    if (property === null || address === null || address.path.at(-2) !== 'properties') return null;
    const owner = { uri: address.uri, path: address.path.slice(0, -2) };
    const required = nodes.nodeAt(owner)?.get('required')?.items() ?? [];
    const at = required.findIndex((item) => item.text() === property.name);
    const drops = at < 0 ? [] : [required.length === 1 ? ['required'] : ['required', at]];
    return [removeAt(address), ...drops.map((keys) => removeAt({ uri: owner.uri, path: [...owner.path, ...keys] }))];
  },
};

import { settingsOf } from '../../coverage/rule-settings';
import type { Operation } from '../../openapi/types';
import { unboundedAmountOf } from '../../rules/facts/amounts';
import { freeFormOf } from '../../rules/facts/free-form';
import { type Input, inputsOf } from '../../rules/facts/inputs';
import { outboundOf } from '../../rules/facts/outbound';
import { pageSizeOf } from '../../rules/facts/paging';
import { LEAST, MOST, shortPasswordOf } from '../../rules/facts/passwords';
import { redirectOf } from '../../rules/facts/redirects';
import { Fill, type Value } from '../../text/edit';
import { addressOf, partsOf, payloadSchemas, schemaOf } from './schemas';
import { type FileChange, namesOf, reachInWords, type Site, type SpecFix, setAt } from './spec-fix';

/** Amounts that a person will rarely want to go beyond; they are to be filled in. */
const MOST_ITEMS = 100;

/** Bounds on the schema of a value that is sent, behind its type. */
export function boundsOn(site: Site, input: Input, bounds: Readonly<Record<string, Value>>): FileChange[] | null {
  const address = addressOf(site, schemaOf(site, input));
  if (address === null) return null;
  return Object.entries(bounds).map(([key, value]) => setAt(address, [key], value, 'type'));
}

export const boundPageSize: SpecFix = {
  writes: `It gives the parameter's schema a \`maximum\`, ${MOST_ITEMS} to begin with, or what the model allows where that is less: fill in what a page may hold.`,
  title: (site) => `Bound ${pageSizeOf(site.operation)?.name ?? 'the page size'} with a maximum`,
  changes: (site) => {
    const size = pageSizeOf(site.operation);
    return size === null ? null : boundsOn(site, size, { maximum: new Fill(mostOnPage(site)) });
  },
};

/** What the models allow, where that is less. */
function mostOnPage({ api }: Site): number {
  const { parameters } = settingsOf(api.models.map(({ model }) => model));
  const largest = Number(parameters.get('unbounded-page-size.largest') || Number.NaN);
  return largest > 0 ? Math.min(largest, MOST_ITEMS) : MOST_ITEMS;
}

/** All values that a fact is true of: it tells the first, and then the first of what is left. */
function allOf(operation: Operation, first: (operation: Operation) => Input | null): Input[] {
  const input = first(operation);
  if (input === null) return [];
  const isOther = ({ at }: Pick<Input, 'at'>) => at !== input.at;
  const { parameters, request } = operation;
  const rest = {
    ...operation,
    shape: {},
    parameters: parameters.filter(isOther),
    request: request === null ? null : { ...request, properties: request.properties.filter(isOther) },
  };
  const isShorter = inputsOf(rest).length < inputsOf(operation).length;
  return isShorter ? [input, ...allOf(rest, first)] : [input];
}

function boundsOnAll(
  site: Site,
  inputs: readonly Input[],
  boundsOf: (input: Input) => Readonly<Record<string, Value>>,
): FileChange[] | null {
  const changes = inputs.map((input) => boundsOn(site, input, boundsOf(input)));
  return inputs.length === 0 || changes.includes(null) ? null : changes.flatMap((one) => one ?? []);
}

function amountsOf({ operation }: Site): Input[] {
  const kind = unboundedAmountOf(operation)?.negative;
  return allOf(operation, (one) => {
    const amount = unboundedAmountOf(one);
    return amount?.negative === kind ? (amount?.input ?? null) : null;
  });
}

export const boundAmount: SpecFix = {
  writes: 'It gives the number a `minimum`, 0 to begin with: fill in the least that makes sense.',
  title: (site) => `Give ${namesOf(amountsOf(site))} a minimum`,
  changes: (site) => boundsOnAll(site, amountsOf(site), () => ({ minimum: new Fill(0) })),
};

function passwordsOf({ operation }: Site): Input[] {
  return allOf(operation, (one) => shortPasswordOf(one)?.input ?? null);
}

export const lengthenPassword: SpecFix = {
  writes: `It writes a \`minLength\` of ${LEAST} where the password may be shorter, and a \`maxLength\` of ${MOST} where it must be: fill in more where you ask for more.`,
  title: (site) => `Ask for longer passwords in ${namesOf(passwordsOf(site))}`,
  changes: (site) =>
    boundsOnAll(site, passwordsOf(site), ({ bounds: { minLength = LEAST, maxLength = MOST } }) => ({
      ...(minLength < LEAST && { minLength: new Fill(LEAST) }),
      ...(maxLength < MOST && { maxLength: new Fill(MOST) }),
    })),
};

/** `maxItems` on the lists that an operation takes or gives as a whole. */
const boundLists = (which: 'request' | 'response', writes: string): SpecFix => ({
  writes,
  title: (site) => `Bound the list of ${reachInWords(site)} with maxItems`,
  changes: (site) => {
    const lists = payloadSchemas(site, which).flatMap((schema) => listsIn(site, schema));
    const addresses = lists.map((list) => addressOf(site, list));
    if (addresses.length === 0 || addresses.includes(null)) return null;
    return addresses.flatMap((address) =>
      address === null ? [] : setAt(address, ['maxItems'], new Fill(MOST_ITEMS), 'type'),
    );
  },
});

type SchemaNode = Parameters<typeof partsOf>[1];

/** The lists that a payload is, or has right below its top. */
function listsIn(site: Site, schema: SchemaNode): SchemaNode[] {
  const parts = partsOf(site, schema);
  const whole = parts.filter((part) => part.textOf('type') === 'array' || part.get('items') !== null);
  const inner = parts.flatMap((part) =>
    (part.get('properties')?.entries() ?? []).map(([, property]) => site.nodes.deref(property)),
  );
  const lists = whole.length > 0 ? whole : inner.filter((one) => one?.textOf('type') === 'array');
  return lists.filter((one) => one !== null && one.get('maxItems') === null) as SchemaNode[];
}

export const boundBatch = boundLists(
  'request',
  `It gives the list in the request a \`maxItems\`, ${MOST_ITEMS} to begin with: fill in how many one call may have.`,
);
export const boundAnswer = boundLists(
  'response',
  `It gives the list in the answer a \`maxItems\`, ${MOST_ITEMS} to begin with: fill in how many there are at most. Pages with a cursor are a change of the API that it leaves to you.`,
);

/** The list through which a payload holds itself. */
export const boundDepth: SpecFix = {
  writes: `It gives the list that leads back a \`maxItems\`, ${MOST_ITEMS} to begin with. Where no list leads back it offers nothing: then the levels have to be described one by one.`,
  title: (site) => `Bound ${site.evidence?.part.split('.').at(-1) ?? 'the list'} with maxItems`,
  changes: (site) => {
    const { operation, nodes, evidence } = site;
    const path = operation.request?.recursion;
    const property = operation.request?.properties.find((one) => one.path === path);
    const schema = property === undefined ? null : nodes.deref(nodes.nodeOf(property.at));
    const address = schema?.textOf('type') === 'array' ? addressOf(site, schema) : null;
    return address === null || evidence === null ? null : [setAt(address, ['maxItems'], new Fill(MOST_ITEMS), 'type')];
  },
};

/** A pattern for each text that may be anything: for all of them, since a rule tells the first. */
const narrow = (writes: string, pattern: string, firstOf: (operation: Operation) => Input | null): SpecFix => ({
  writes,
  title: (site) => {
    const inputs = site.reach.flatMap((operation) => besideFirst(site, operation, firstOf));
    return `Narrow ${namesOf(inputs)} with a pattern`;
  },
  changes: (site) =>
    boundsOnAll(site, besideFirst(site, site.operation, firstOf), () => ({ pattern: new Fill(pattern) })),
});

/** Those in the file of the first: values of several files cannot be filled in one after the other. */
function besideFirst(site: Site, operation: Operation, firstOf: (operation: Operation) => Input | null): Input[] {
  const inputs = allOf(operation, firstOf);
  const files = inputs.map((input) => addressOf(site, schemaOf(site, input))?.uri);
  return inputs.filter((_, index) => files[index] === files[0]);
}

const WORDS = '^[A-Za-z0-9._-]{1,64}$';
const HOSTS = '^https://(?:[a-z0-9-]+\\.)*example\\.com/';

export const narrowText = narrow(
  `It gives each text that something may run a \`pattern\` of letters, digits and \`._-\` to begin with: fill in which texts are meant.`,
  WORDS,
  (operation) => freeFormOf(operation)?.input ?? null,
);
const namesHosts = `It gives each such address a \`pattern\` that names its hosts, \`example.com\` to begin with: fill in which hosts are allowed.`;
export const narrowAddress = narrow(namesHosts, HOSTS, (operation) => {
  const input = outboundOf(operation);
  return input?.bounds.hasPattern === false ? input : null;
});
export const narrowRedirect = narrow(namesHosts, HOSTS, redirectOf);

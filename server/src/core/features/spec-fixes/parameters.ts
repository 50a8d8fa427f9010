import type { Operation } from '../../openapi/types';
import { identityOf } from '../../rules/facts/identity';
import { replacesMethod } from '../../rules/facts/method-override';
import { isSensitiveQuery } from '../../rules/facts/sensitive-query';
import { tenantOf } from '../../rules/facts/tenants';
import { Fill, type Value } from '../../text/edit';
import { addressOf, parameterOf } from './schemas';
import { appendTo, type FileChange, reachInWords, removeAt, type Site, type SpecFix, setAt } from './spec-fix';

type Named = Site['operation']['parameters'][number];

/** Values that stand in addresses move into headers. */
export const moveToHeader: SpecFix = {
  writes:
    'It writes `in: header` in place of `in: query` where the parameter is declared, on the operation, its path or among the components. The name stays: callers send it as a header of that name.',
  title: (site) =>
    `Take ${sensitive(site)
      .map(({ name }) => name)
      .join(' and ')} in a header instead`,
  changes: (site) => {
    const changes = sensitive(site).map((parameter) => {
      const node = parameterOf(site, parameter);
      const address = node?.textOf('in') === 'query' ? addressOf(site, node) : null;
      return address === null ? null : setAt(address, ['in'], 'header');
    });
    return changes.includes(null) ? null : changes.flatMap((one) => one ?? []);
  },
};

function sensitive({ operation }: Site): readonly Named[] {
  return operation.parameters.filter(isSensitiveQuery);
}

/** The parameter goes, where the operation or its path lists it. */
const drop = (writes: string, isMeant: (parameter: Named, alone: Operation) => boolean): SpecFix => ({
  writes: `It takes the parameter out of the list of the operation or its path; a component that others refer to stays. ${writes}`,
  title: (site) => `Take ${meantIn(site, isMeant)[0]?.name ?? 'it'} out of ${reachInWords(site)}`,
  changes: (site) => {
    const meant = meantIn(site, isMeant);
    const changes = meant.map((parameter) => dropOne(site, parameter));
    return meant.length === 0 || changes.includes(null) ? null : changes.flatMap((one) => one ?? []);
  },
});

function dropOne({ nodes, operation }: Site, { name, in: where }: Named): FileChange | null {
  const own = nodes.addressOfTarget(operation.at);
  if (own === null) return null;
  for (const owner of [own, { ...own, path: own.path.slice(0, -1) }]) {
    const list = nodes.nodeAt({ ...owner, path: [...owner.path, 'parameters'] });
    const items = list?.items() ?? [];
    const at = items.findIndex((item) => {
      const opened = nodes.deref(item);
      return opened?.textOf('name') === name && opened.textOf('in') === where;
    });
    if (at < 0) continue;
    const keys = items.length === 1 ? ['parameters'] : ['parameters', at];
    return removeAt({ uri: owner.uri, path: [...owner.path, ...keys] });
  }
  return null;
}

export const dropIdentity = drop(
  'Who calls has to come from the verified token.',
  (_, alone) => identityOf(alone) !== null,
);
export const dropTenant = drop(
  'The tenant has to come from the verified token.',
  (_, alone) => tenantOf(alone) !== null,
);
export const dropOverride = drop('The method itself has to be offered.', replacesMethod);

/** The parameters that a fact is true of, each as the only thing that the operation takes. */
function meantIn({ operation }: Site, isMeant: (parameter: Named, alone: Operation) => boolean): readonly Named[] {
  return operation.parameters.filter((one) =>
    isMeant(one, { ...operation, shape: {}, request: null, parameters: [one] }),
  );
}

/** A required header, by a component that operations share. */
const header = (component: string, name: Value, description: string, writes: string): SpecFix => ({
  writes: `${writes} It is the component \`${component}\` that operations refer to; in a path item of a file of its own it stands there.`,
  title: (site) => `Require a header ${name instanceof Fill ? name.value : String(name)} on ${reachInWords(site)}`,
  changes: ({ nodes, operation, api }) => {
    const address = nodes.addressOfTarget(operation.at);
    if (address === null) return null;
    const { version, uri } = api.description;
    const old = version === '2.0';
    const value = {
      name,
      in: 'header',
      required: true,
      description,
      ...(old ? { type: 'string' } : { schema: { type: 'string' } }),
    };
    const list = { uri: address.uri, path: [...address.path, 'parameters'] };
    if (address.uri !== uri) return [appendTo(list, value)];
    const keys = [...(old ? [] : ['components']), 'parameters', component];
    const isThere = nodes.nodeAt({ uri, path: keys }) !== null;
    return [
      ...(isThere ? [] : [setAt({ uri, path: [] }, keys, value)]),
      appendTo(list, { $ref: `#/${keys.join('/')}` }),
    ];
  },
});

export const takeToken = header(
  'RequestedWith',
  'X-Requested-With',
  'Forms of other sites cannot set it, and their scripts have to ask first',
  'It takes a required header `X-Requested-With`, which forms of other sites cannot set and their scripts only where CORS lets them: the server has to refuse requests without it.',
);
export const takeKey = header(
  'IdempotencyKey',
  'Idempotency-Key',
  'A key that the caller makes, equal for repetitions of one request',
  'It takes a required header `Idempotency-Key`, by which a transaction can be named and repeated: the server has to keep it.',
);
export const takeSignature = header(
  'Signature',
  new Fill('X-Signature'),
  'A signature over the body by a secret that both sides share',
  'It takes a required header for the signature, `X-Signature` to begin with: fill in the name that the sender uses.',
);

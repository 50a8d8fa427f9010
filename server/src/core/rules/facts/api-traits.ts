import type { ApiDescription, Operation, Shape } from '../../openapi/types';
import { factsOf } from './operation-facts';
import { perObject, perShape } from './per-object';

/** What rules ask of the whole description, derived once per description. */
export interface ApiTraits {
  /** Some operation asks for a login. */
  readonly authenticates: boolean;
  /** Most operations tell a limit: where one does not, the gap shows. */
  readonly tellsLimits: boolean;
  /** Some operation reads an audit trail. */
  readonly auditTrail: boolean;
  /** Highest version number by path without its version, where there are several. */
  readonly newest: ReadonlyMap<string, number>;
  /** Equal for descriptions of which rules see the same traits. */
  readonly key: string;
}

/** From this many operations on, a habit can be told. */
const FEW = 3;

export const traitsOf: (description: ApiDescription) => ApiTraits = perObject(
  ({ operations, gateway, crossOrigin }) => {
    const served = operations.filter((operation) => operation.kind === 'operation');
    const login = gateway?.login !== undefined;
    const authenticates = login || served.some((operation) => !operation.security.anonymous);
    const auditTrail = served.some((operation) => factsOf(operation).pathWords.includes('audit'));
    const limits = served.filter((operation) => factsOf(operation).limited).length;
    const tellsLimits = limits >= FEW && limits * 2 > served.length;
    const newest = newestOf(served);
    return {
      authenticates,
      tellsLimits,
      auditTrail,
      newest,
      key: JSON.stringify([login, crossOrigin?.at.block.text, authenticates, tellsLimits, auditTrail, ...newest]),
    };
  },
);

function newestOf(operations: readonly Operation[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  const newest = new Map<string, number>();
  for (const operation of operations) {
    const version = versionOf(operation);
    if (version === null) continue;
    const { number, rest } = version;
    const other = first.get(rest);
    if (other === undefined) first.set(rest, number);
    else if (other !== number) newest.set(rest, Math.max(number, newest.get(rest) ?? other));
  }
  return newest;
}

/** The first path segment like `v2` or `v1.1`, and the method and path without it. */
export const versionOf: (operation: Shape) => { number: number; rest: string } | null = perShape((operation) => {
  const segments = operation.path.split('/');
  const at = segments.findIndex((segment) => /^v\d{1,4}(\.\d{1,3})?$/i.test(segment));
  const segment = segments[at];
  if (segment === undefined) return null;
  const rest = segments.toSpliced(at, 1).map((one) => (one.startsWith('{') ? '{}' : one));
  return { number: Number.parseFloat(segment.slice(1)), rest: `${operation.method} ${rest.join('/')}` };
});

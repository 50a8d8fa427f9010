import type { Operation } from '../../openapi/types';
import { type Input, inputsOf } from './inputs';
import { factsOf } from './operation-facts';
import { anyOf, singular, wordSet } from './words';

const ADDRESS = wordSet('api url uri urls uris link endpoint href');
const FETCHED = wordSet(
  'webhook hook callback notification notify image img picture photo avatar logo icon file source src import fetch feed proxy ' +
    'remote download target upload document endpoint server host media video audio api jwks ' +
    'issuer registry repository clone git',
);
const BROWSER = wordSet(
  'redirect return success cancel error logout website homepage home site blog profile web html terms privacy policy support details',
);
const HOSTS = wordSet('webhook hook callback');

/** The first address that the caller names and the server is likely to call; one that a pattern narrows only where there is no other. */
export function outboundOf(operation: Operation): Input | null {
  if (operation.kind !== 'operation') return null;
  const asking = !factsOf(operation).writes;
  let narrowed: Input | null = null;
  for (const input of inputsOf(operation)) {
    if (!mayBeCalled(input, asking) || !(isAddress(input) || isHost(input, operation))) continue;
    if (!input.bounds.hasPattern) return input;
    narrowed ??= input;
  }
  return narrowed;
}

function mayBeCalled({ in: where, depth }: Input, asking: boolean): boolean {
  if (where === 'path' || where === 'cookie' || where === 'header' || depth > 3) return false;
  return !asking || where === 'query';
}

const REACHED = wordSet('host hostname targethost remotehost serverhost dbhost databasehost smtphost ldaphost');
const REACHING = wordSet(
  'ping traceroute probe scan portscan connect connection lookup resolve dns nslookup whois tunnel proxy check test',
);

/** A host beside its port, or of an operation that reaches for hosts by its name. */
function isHost({ words: list, type, format, bounds, part, depth }: Input, operation: Operation): boolean {
  if ((type !== 'string' && type !== '') || bounds.hasEnum || !FORMATS.has(format) || depth > 3) return false;
  if (!REACHED.has(list.join(''))) return false;
  if (anyOf(factsOf(operation).lastWords.map(singular), REACHING)) return true;
  const before = part.slice(0, part.lastIndexOf('.') + 1);
  return inputsOf(operation).some((one) => one.words.at(-1) === 'port' && one.part.startsWith(before));
}

const FORMATS: ReadonlySet<string> = new Set(['', 'uri', 'url', 'uri-reference', 'iri', 'hostname', 'uri-template']);

function isAddress({ words: list, type, format, bounds, part }: Input): boolean {
  if ((type !== 'string' && type !== '') || !FORMATS.has(format) || bounds.hasEnum || anyOf(list, BROWSER))
    return false;
  const last = list.at(-1) ?? '';
  if (list.length === 1 && (HOSTS.has(last) || endsInAddress(last))) return true;
  const address = ADDRESS.has(last) || format === 'uri' || format === 'url';
  if (!address || part.includes('links.')) return false;
  return anyOf(list, FETCHED) || isNested(part) || (list.length === 1 && ADDRESS.has(last));
}

/** A name that flags the value itself, wherever it stands. */
export function namesAddress(list: readonly string[]): boolean {
  const last = list.at(-1) ?? '';
  return list.length === 1 ? HOSTS.has(last) || endsInAddress(last) : ADDRESS.has(last) && anyOf(list, FETCHED);
}

/** `url`, and what is written together: `imageurl`, `imagelink`. */
function endsInAddress(word: string): boolean {
  if (word === 'url' || word === 'uri') return true;
  return (
    word.length > 5 &&
    (word.endsWith('url') || word.endsWith('uri') || word.endsWith('link')) &&
    !word.startsWith('perma')
  );
}

/** `config.webhook.url`: a part above it says what the address is for. */
function isNested(part: string): boolean {
  const lower = part.toLowerCase();
  return lower.includes('hook') || lower.includes('callback');
}

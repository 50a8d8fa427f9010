import type { Operation, Server } from '../../openapi/types';
import { memo } from '../../text/memo';
import { anyOf, wordSet, words } from './words';

const TESTS = wordSet(
  'staging stage stg test tests testing tst dev develop development qa uat preprod preproduction acc acceptance integration',
);
const INNER = ['.internal', '.intranet', '.intra', '.corp', '.lan', '.local', '.cluster.local', '.svc'];

/** The host of an absolute url in lower case, without its port; empty where there is none. */
export function hostOf(url: string): string {
  const start = url.indexOf('://');
  return start < 0 ? '' : (url.slice(start + 3).split(/[/?#:]/, 1)[0] ?? '').toLowerCase();
}

interface Listed {
  readonly test: Server | undefined;
  readonly inner: Server | undefined;
}

/** Servers are shared by all operations that have none of their own, so they are read once. */
const listedIn: (servers: readonly Server[]) => Listed = memo((servers) => {
  const placed = servers.filter(({ url }) => hostOf(url) !== '' && !isThisMachine(hostOf(url)));
  const tests = placed.filter(({ url }) => isTestServer(url));
  const inner = placed.filter(({ url }) => isInnerServer(url));
  return {
    test: tests.length < placed.length ? tests[0] : undefined,
    inner: inner.length < placed.length ? inner[0] : undefined,
  };
});

/** A server for tests that stands beside another one. */
export function testServerOf({ servers }: Operation): Server | undefined {
  return listedIn(servers).test;
}

/** A server of an inner network that stands beside a public one. */
export function internalServerOf({ servers }: Operation): Server | undefined {
  return listedIn(servers).inner;
}

/** A host by which a machine calls itself. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.startsWith('127.') || host === '0.0.0.0' || host.endsWith('.localhost');
}

/** http or ws to a host that is not this machine. */
export function isPlain(url: string): boolean {
  const lower = url.toLowerCase();
  const scheme = lower.startsWith('http://') ? 7 : lower.startsWith('ws://') ? 5 : 0;
  if (scheme === 0) return false;
  const host = lower.slice(scheme).split(/[/:?#]/, 1)[0] ?? '';
  const local = ['localhost', '0.0.0.0', '[', 'host.docker.internal', ''].includes(host) || host.startsWith('127.');
  return !local && !host.endsWith('.localhost') && !host.endsWith('.local');
}

/** http or ws to a host that is known and stands in no inner network, whatever stands for the rest. */
export function isOpenPlain(url: string): boolean {
  const host = hostOf(url);
  return isPlain(url) && /^[a-z0-9.-]+\.[a-z0-9-]+$/.test(host) && !isInnerHost(host);
}

/** Stages of a gateway that are no product's own word. */
const STAGES = wordSet('staging stage stg dev develop development test testing qa uat preprod');

function segmentsOf(url: string): readonly string[] {
  const start = url.indexOf('://');
  return url
    .slice(start < 0 ? 0 : start + 3)
    .toLowerCase()
    .split('/')
    .slice(1);
}

/** Whether an address looks like one for tests, by a word of its host or a stage in its path. */
export function isTestServer(url: string): boolean {
  return anyOf(words(hostOf(url)).slice(0, -1), TESTS) || segmentsOf(url).some((segment) => STAGES.has(segment));
}

/** Whether an address is one of an inner network. */
export function isInnerServer(url: string): boolean {
  return isInnerHost(hostOf(url));
}

/** A host by a name that only an inner network resolves, or by an address of one. */
export function isInnerHost(host: string): boolean {
  if (INNER.some((ending) => host.endsWith(ending))) return true;
  return isPrivateNetwork(host);
}

/** An IPv4 address that RFC 1918 keeps for private networks. */
export function isPrivateNetwork(host: string): boolean {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(host)) return false;
  const [first = 0, second = 0] = host.split('.').map(Number);
  return first === 10 || (first === 192 && second === 168) || (first === 172 && second >= 16 && second <= 31);
}

/** A kind of secret by its issuer's shape, and how such a one starts. */
interface Shape {
  readonly kind: string;
  readonly start: string;
  readonly rest: RegExp;
}

/** Each pattern is anchored, and repeats single classes only: matching takes linear time. */
const SHAPES: readonly Shape[] = [
  { kind: 'an access key of AWS', start: 'AKIA', rest: /^[A-Z2-7]{16}$/ },
  { kind: 'an access key of AWS', start: 'ASIA', rest: /^[A-Z2-7]{16}$/ },
  { kind: 'a live key of Stripe', start: 'sk_live_', rest: /^[A-Za-z0-9]{16,200}$/ },
  { kind: 'a live key of Stripe', start: 'rk_live_', rest: /^[A-Za-z0-9]{16,200}$/ },
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((start) => ({
    kind: 'a token of GitHub',
    start,
    rest: /^[A-Za-z0-9]{36,250}$/,
  })),
  { kind: 'a token of GitHub', start: 'github_pat_', rest: /^\w{22,250}$/ },
  { kind: 'a token of GitLab', start: 'glpat-', rest: /^[\w-]{20,64}$/ },
  { kind: 'a token of Slack', start: 'xoxb-', rest: /^[0-9]{8,16}-[\w-]{20,200}$/ },
  { kind: 'a token of Slack', start: 'xoxp-', rest: /^[0-9]{8,16}-[\w-]{20,200}$/ },
  { kind: 'a key of Google', start: 'AIza', rest: /^[\w-]{35}$/ },
  { kind: 'a private key', start: '-----BEGIN ', rest: /^(?:[A-Z]+ ){0,2}PRIVATE KEY-----\s[A-Za-z0-9+/=\s]{100}/ },
  { kind: 'a signed token without an end (JWT)', start: 'eyJ', rest: /^[\w-]{10,}\.eyJ[\w-]{20,}\.[\w-]{20,}$/ },
];

/** Words of whoever made an example up. */
const MADE_UP = [
  ...['example', 'sample', 'dummy', 'fake', 'placeholder', 'redacted', 'changeme', 'your', 'test', 'demo'],
  ...['xxxx', '0000', '1234', '9876', 'abcd', '....'],
];
/** The subject of the token that everyone shows (1234567890), and `"exp":` in base64 at each of its three offsets: what expires is no lasting secret. */
const HARMLESS = ['eyJzdWIiOiIxMjM0NTY3ODkw', 'ImV4cCI6', 'JleHAiO', 'iZXhwIj'];
const FEW = 12;

/** What the text looks like, where it looks like a live secret (`a live key of Stripe`); null where it does not. By shape alone. */
export function secretKind(text: string): string | null {
  const trimmed = text.startsWith('Bearer ') ? text.slice(7) : text;
  const shape = SHAPES.find(({ start }) => trimmed.startsWith(start));
  if (shape === undefined || trimmed.length > 10_000) return null;
  const rest = trimmed.slice(shape.start.length);
  return shape.rest.test(rest) && !isMadeUp(rest) ? shape.kind : null;
}

function isMadeUp(rest: string): boolean {
  const lower = rest.toLowerCase();
  if (MADE_UP.some((word) => lower.includes(word))) return true;
  if (HARMLESS.some((part) => rest.includes(part))) return true;
  return new Set(rest).size < FEW;
}

/** Too short for any secret, or starting with no letter of one: told without looking further. */
export function mayBeSecret(text: string, start: number, end: number): boolean {
  return end - start >= 20 && ' Asrgxe-B'.includes(text.charAt(start));
}

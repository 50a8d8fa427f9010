import type { Shape } from '../../openapi/types';
import { factsOf } from './operation-facts';
import { perShape } from './per-object';
import { anyOf, singular, wordSet } from './words';

const BUYING = wordSet('checkout purchase order buy payment pay booking reservation reserve subscription trade');
const MONEY = wordSet(
  'payment pay transfer withdraw withdrawal payout refund charge deposit topup purchase checkout order',
);
const GAMED = wordSet(
  'vote redeem coupon voucher referral invite invitation register signup registration raffle claim reward bid',
);

interface Flow {
  readonly business: boolean;
  readonly money: boolean;
}

const NONE: Flow = { business: false, money: false };

const flowOf: (operation: Shape) => Flow = perShape((operation) => {
  if (operation.kind !== 'operation' || operation.method !== 'POST') return NONE;
  const list = factsOf(operation).lastWords.map(singular);
  const money = anyOf(list, MONEY);
  return { money, business: money || anyOf(list, BUYING) || anyOf(list, GAMED) };
});

/** Worth automating although each call is allowed: buying, paying, voting, redeeming, registering. */
export function isBusinessFlow(operation: Shape): boolean {
  return flowOf(operation).business;
}

/** Moves money or makes a contract. */
export function movesMoney(operation: Shape): boolean {
  return flowOf(operation).money;
}

const COSTLY = wordSet('search export report generate convert render batch bulk');
const SENDING = wordSet('send email mail sms otp import upload resend invite notify message');

/** Costs more than its call: searches, exports, messages to people, bulk work. */
export function isCostly(operation: Shape): boolean {
  const { lastWords, idWords } = factsOf(operation);
  if (anyOf(lastWords.map(singular), COSTLY) || anyOf(idWords.slice(0, 1), COSTLY)) return true;
  return (
    operation.method === 'POST' && (anyOf(lastWords.map(singular), SENDING) || anyOf(idWords.slice(0, 1), SENDING))
  );
}

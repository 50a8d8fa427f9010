import type { Operation } from '../openapi/types';
import { tellsOf } from './facts/accounts';
import { costlyMatchOf } from './facts/costly-match';
import { exposedProperty } from './facts/exposed';
import { takesAnyFile } from './facts/files';
import { insideOf } from './facts/insides';
import { lastDayOf } from './facts/last-day';
import { factsOf } from './facts/operation-facts';
import { outboundOf } from './facts/outbound';
import { shortPasswordOf } from './facts/passwords';
import { leadsBack } from './facts/recursion';
import { redirectOf } from './facts/redirects';
import { shownSecretOf } from './facts/secrets';
import { isSensitiveQuery } from './facts/sensitive-query';
import { no, type Show, unknown, yes } from './facts/shown';
import { anyOf, wordSet, words } from './facts/words';

const CAPTCHAS = wordSet('captcha recaptcha hcaptcha turnstile');
const PROBLEM = /^application\/problem\+/i;

/** The controls of which what an operation takes and answers shows something, mostly that they are missing. */
export const SHOWN_IN_DATA: Readonly<Record<string, Show>> = {
  'bot-protection': ({ parameters, request }) => {
    const found = [...parameters, ...(request?.properties ?? [])].find(({ name }) => anyOf(words(name), CAPTCHAS));
    return found === undefined
      ? unknown('It takes no proof that a person calls.')
      : yes(`It takes ${found.name}, a proof that a person calls.`, found.at);
  },
  'password-policy': (operation) => {
    const short = shortPasswordOf(operation);
    return short === null
      ? unknown('A description does not say which passwords are refused.')
      : no(`${short.input.name} ${short.why}.`, short.input.at);
  },
  'secrets-out-of-urls': ({ parameters }) => {
    const secret = parameters.find(isSensitiveQuery);
    return secret === undefined
      ? yes('No parameter in its address is a secret by its name.')
      : no(`${secret.name} stands in its address.`, secret.at);
  },
  'secrets-out-of-documents': (operation) => {
    const secret = shownSecretOf(operation);
    return secret === null
      ? unknown('Only shapes of known secrets are looked for.')
      : no(`An example looks like ${secret.kind}.`, secret.at);
  },
  'output-filtering': (operation) => {
    const exposed = exposedProperty(operation);
    return exposed === null
      ? unknown('A description does not say what the server leaves out.')
      : no(`Its answer has ${exposed.path}.`, exposed.at);
  },
  'error-handling': (operation) => {
    const inside = insideOf(operation);
    if (inside !== null) return no(`Its errors have ${inside.path}.`, inside.at);
    const problem = operation.responses.find(({ payload }) => payload?.mediaTypes.some((one) => PROBLEM.test(one)));
    return problem === undefined
      ? unknown('Nothing describes what its errors tell.')
      : yes('Its errors are problem details.', problem.at);
  },
  'safe-methods': (operation) =>
    factsOf(operation).writesBySafeMethod
      ? no(`By its name it changes something, by ${operation.method}.`, operation.at)
      : yes(`Its method ${operation.method} fits what it does.`, operation.at),
  'origin-allow-list': ({ responses }) => {
    const said = responses.map(({ crossOrigin }) => crossOrigin).find((one) => one !== undefined);
    if (said === undefined) return unknown('No response says which sites may read it.');
    const open = said.origins.some((origin) => origin === '*' || origin === 'null');
    return open ? no('Pages of every site may read it.', said.at) : yes('Only listed sites may read it.', said.at);
  },
  'destination-allow-list': (operation) => {
    const address = outboundOf(operation) ?? redirectOf(operation);
    if (address === null) return unknown('It takes no address in its query or body.');
    return address.bounds.hasPattern
      ? yes(`A pattern narrows ${address.name}.`, address.at)
      : no(`${address.name} may be any address.`, address.at);
  },
  'uniform-answers': (operation) => {
    const tells = tellsOf(operation);
    return tells === null ? unknown('Answers that look alike may differ.') : no(`It ${tells}.`, operation.at);
  },
  'file-type-check': (operation) =>
    takesAnyFile(operation)
      ? no('It takes files of any kind.', operation.request?.at)
      : unknown('A description does not say whether content is checked.'),
  'depth-limit': (operation) => {
    const again = leadsBack(operation);
    if (again !== undefined) return no(`${again.path} may hold itself without end.`, again.at);
    return hasBody(operation)
      ? yes('Nothing in its body holds itself.', operation.request?.at)
      : unknown('It takes no body.');
  },
  'linear-patterns': (operation) => {
    const match = costlyMatchOf(operation);
    if (match === null) return unknown('It takes nothing that a costly pattern checks.');
    return match.own ? no(match.said, match.input.at) : unknown(match.said);
  },
  'api-inventory': (operation) => {
    const lastDay = lastDayOf(operation);
    if (lastDay !== null) return yes('It tells its last day.', lastDay);
    return operation.deprecated
      ? no('It is deprecated, and nothing tells its last day.', operation.at)
      : unknown(`Nothing tells its last day${namesVersion(operation) ? '' : ', and no address names a version'}.`);
  },
};

function hasBody({ request }: Operation): boolean {
  return request !== null && request.properties.length > 0;
}

const VERSION = /\/v\d{1,4}(?:[./]|$)/i;

/** Its path or each of its servers names a version. */
function namesVersion({ path, servers }: Operation): boolean {
  return VERSION.test(path) || (servers.length > 0 && servers.every(({ url }) => VERSION.test(url)));
}

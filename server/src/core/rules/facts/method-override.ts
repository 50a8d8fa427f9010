import type { Parameter } from '../../openapi/types';
import { wordSet, words } from './words';

const OVERRIDES = wordSet('xhttpmethodoverride xhttpmethod xmethodoverride methodoverride httpmethodoverride');

/** A parameter that stands for the method of the request. */
export function replacesMethod({ name }: Pick<Parameter, 'name'>): boolean {
  return OVERRIDES.has(words(name).join(''));
}

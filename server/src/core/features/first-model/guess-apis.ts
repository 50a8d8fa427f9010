import { exposureOf, stem } from '../../coverage';
import type { NewEntry } from '../../model';
import type { ApiDescription, Server } from '../../openapi/types';
import { hostOf, isThisMachine } from '../../rules/facts/hosts';
import { pathBetween } from '../path-between';
import { type Ids, slugOf } from './ids';
import { type SketchedApi, shortened } from './sketch';

/** Words of titles that say nothing of whose description it is. */
const EMPTY_WORDS = /\b(?:the|rest|open|web|http|api|apis|openapi|swagger|specification|spec|reference)\b/gi;
const MOST_WORDS = 3;

/** Names for the APIs of one model. */
export function sketchApis(descriptions: readonly ApiDescription[], modelUri: string, ids: Ids): SketchedApi[] {
  const titles = descriptions.map(titleId);
  return descriptions.map((description, index) => {
    const own = titles[index] ?? '';
    const isOwn = own !== '' && titles.filter((title) => title === own).length === 1;
    return {
      id: ids.take(isOwn ? own : slugOf(stem(description.uri)) || own || 'api'),
      spec: pathBetween(modelUri, description.uri),
      description,
      exposure: exposureOf(description.servers),
    };
  });
}

/** By its title; empty where that says nothing. Where it is another's as well, the file tells them apart. */
export function titleId({ title }: ApiDescription): string {
  return slugOf(title.replace(EMPTY_WORDS, ' '), MOST_WORDS);
}

/** The entries of `apis`: exposure only where a server shows it. */
export function guessApis(apis: readonly SketchedApi[]): NewEntry[] {
  return apis.map(({ id, spec, description: { servers }, exposure }) => {
    const shown = servers.find((server) => tells(server) && exposureOf([server]) === exposure);
    const value = [['spec', spec] as const, ...(shown ? [['exposure', exposure] as const] : [])];
    return { name: id, value: [...value, ['zone', 'backend']], comment: reason(shown, exposure) };
  });
}

/** An address of this machine, for trying things out, tells nothing. */
export function tells({ url }: Server): boolean {
  const host = hostOf(url);
  return host !== '' && !isThisMachine(host);
}

function reason(shown: Server | undefined, exposure: string): string {
  if (shown === undefined) return 'guessed: its zone; no server tells who reaches it';
  const network = exposure === 'internal' ? 'in a private network' : 'on the internet';
  return `guessed: its server ${shortened(shown.url)} is ${network}, and it runs in a zone of your own`;
}

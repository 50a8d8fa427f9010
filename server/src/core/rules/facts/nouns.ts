import { wordSet, words } from './words';

/** Plurals that no ending tells. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'people person,children child,men man,women woman,ids id,dbs db,vms vm,ips ip,ads ad,prs pr,apis api,kpis kpi,uris uri,' +
    'menus menu,skus sku,cpus cpu,gpus gpu,emojis emoji,taxis taxi,aliases alias,canvases canvas,lenses lens,atlases atlas,' +
    'biases bias,caches cache,niches niche,cookies cookie,movies movie,calories calorie,selfies selfie,indices index,' +
    'vertices vertex,matrices matrix,appendices appendix,analyses analysis,crises crisis,criteria criterion,leaves leaf,' +
    'shelves shelf,heroes hero,causes cause,clauses clause,houses house,warehouses warehouse,pauses pause,uses use'
  )
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
);
/** They end in `s` and are no plurals. */
const NO_PLURAL = wordSet(
  'series species news lens canvas alias atlas bias saas paas iaas faas gas aws dns sms ios macos https kubernetes postgres sales ' +
    'goods chaos analytics statistics logistics',
);
/** One speaks of an entry of these, and not of one of many. */
const WHOLE = wordSet('history journal inventory feed');
/** Endings of plurals that take more than an `s`, and how many letters they took. */
const LONGER: readonly (readonly [string, number])[] = [
  ['sses', 2],
  ['shes', 2],
  ['ches', 2],
  ['xes', 2],
  ['uses', 2],
];

/** `people` to `person`, `tax_ids` to `tax_id`: a word as it is shown to readers; to compare words, `singular` is enough. */
export function singularNoun(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (!word.endsWith('s') || word.length < 4 || NO_PLURAL.has(word)) return word;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  const [, letters] = LONGER.find(([ending]) => word.endsWith(ending)) ?? ['', 1];
  return word.slice(0, -letters);
}

/** What one thing of a collection is called: `tax id` of `tax_ids`; the parameter tells where the collection does not. */
export function objectNoun(collection: string, parameter: string): string {
  const named = words(parameter);
  const inName = named.filter((word) => !IDS.has(word));
  const list = collection.includes('{') ? inName : words(collection).filter((word) => word !== 'id');
  const last = list.at(-1);
  if (last === undefined) return 'object';
  const one = singularNoun(last);
  if (one === last && inName.length > 0 && inName.length < named.length) return inName.join(' ');
  return [...list.slice(0, -1), WHOLE.has(last) ? `${last} entry` : one].join(' ');
}

const IDS = wordSet('id uuid guid');

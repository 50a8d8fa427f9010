import { reservedAs } from '../../model/grammar/words';

/** Hands out ids that the language takes, each once. */
export class Ids {
  readonly #taken = new Set<string>();

  /** The wanted id, or with a number behind it where that is taken. */
  take(wanted: string): string {
    const base = reservedAs(wanted) !== null ? `${wanted}-1` : wanted;
    let id = base;
    for (let number = 2; this.#taken.has(id); number++) id = `${base}-${number}`;
    this.#taken.add(id);
    return id;
  }
}

/** Words of a text as an id; empty where it has no Latin letter to begin with. */
export function slugOf(text: string, most = Number.POSITIVE_INFINITY): string {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.slice(0, most).join('-');
  return /^[a-z]/.test(slug) ? slug : '';
}

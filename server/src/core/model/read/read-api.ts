import type { Place } from '../../text';
import type { KeysOf } from '../schema/sections';
import type { ModelApi } from '../types';
import { type Pair, placeOf } from './cells';
import type { Fields } from './fields';
import { isDate } from './values';

/** An API with what is said of its life. */
export function makeApi(pair: Pair, fields: Fields<KeysOf<'apis'>>): ModelApi {
  const placeOfKey = (key: 'lifecycle' | 'spec'): Place => {
    const cell = fields.cell(key);
    return cell === undefined ? pair.keyAt : placeOf(cell);
  };
  return {
    id: pair.key,
    spec: fields.text('spec'),
    exposure: fields.word('exposure'),
    lifecycle: fields.word('lifecycle') ?? 'production',
    zone: fields.text('zone'),
    lifecycleAt: placeOfKey('lifecycle'),
    replaces: fields.placed('replaces'),
    sunset: fields.placed('sunset').find(({ text }) => isDate(text)) ?? null,
    servers: fields.texts('servers'),
    versionedBy: fields.text('versionedBy'),
    at: pair.keyAt,
    specAt: placeOfKey('spec'),
  };
}

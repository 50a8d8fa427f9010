import type { Place } from '../../text';
import type { KeysOf } from '../schema/sections';
import type { ModelApi } from '../types';
import { type Pair, placeOf } from './cells';
import type { Fields } from './fields';
import { insertKeys } from './insert-keys';
import { isNoMapping } from './read-answers';
import type { Report } from './report';
import { isDate } from './values';

/** An API with what is said of its life. */
export function makeApi(pair: Pair, fields: Fields<KeysOf<'apis'>>, report: Report): ModelApi {
  if (fields.cell('spec') === undefined && fields.word('lifecycle') !== 'design') tellNoSpec(pair, report);
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
    owner: fields.text('owner'),
    lifecycleAt: placeOfKey('lifecycle'),
    replaces: fields.placed('replaces'),
    sunset: fields.placed('sunset').find(({ text }) => isDate(text)) ?? null,
    servers: fields.texts('servers'),
    versionedBy: fields.text('versionedBy'),
    at: pair.keyAt,
    specAt: placeOfKey('spec'),
  };
}

/** Without a description nothing is checked, of this API and of places that name none; one that is being designed may have none yet. */
function tellNoSpec(pair: Pair, report: Report): void {
  if (isNoMapping(pair)) return;
  const repair = insertKeys(pair, ['spec']);
  const message = `\`${pair.key}\` names no description, so nothing of it is checked: give its \`spec\``;
  report.add('warning', 'missing-key', message, pair.keyAt, repair);
}

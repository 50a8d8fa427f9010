import type { Binding, Model } from '../model';
import type { Mitigation, ModelThreat } from '../model/types';
import type { ApiDescription, Operation } from '../openapi/types';
import { type Steps, sameList } from '../text';
import { analysingApi, derivingPieces, exposureOfApi } from './analyse-api';
import { apisOf, type BoundModel, type WorkspaceApi } from './apis';
import type { Appraise } from './appraise';
import { attackersById } from './attackers';
import { answeringOn } from './beside';
import { speakersOf, trafficOf } from './called';
import { classesById, dataOf } from './data-settings';
import { environmentsOf } from './environments';
import type { Setting } from './items';
import type { NamedIn } from './name-specs';
import { type Piece, withoutFound } from './narrow-piece';
import { type Reached, reachedBy } from './reached';
import { contradictedIn } from './removals';
import { riskOf } from './risk-settings';
import { settingsOf } from './rule-settings';
import { sameTouches, type Touch } from './touches';
import type { ApiAnalysis } from './types';

/** What the analysis of one API takes from its surroundings. */
export interface Surroundings {
  readonly newer: ReadonlyMap<ApiDescription, number>;
  readonly apis: readonly WorkspaceApi[];
  readonly bindings: readonly BoundModel[];
  readonly today: string;
  readonly relative: (uri: string) => string;
  readonly appraise: Appraise;
}

/** What all pieces of an API depend on, and the pieces. */
export interface DerivedApi {
  readonly api: WorkspaceApi;
  readonly edition: number;
  readonly today: string;
  readonly specPath: string;
  readonly appraise: Appraise;
  readonly models: readonly Model[];
  readonly contradicted: readonly Mitigation[];
  readonly bindings: readonly Binding[];
  readonly reached: Reached;
  readonly touches: ReadonlyMap<Operation, readonly Touch[]>;
  readonly setting: Setting;
  readonly pieces: readonly Piece[];
}

const derivedOf = new WeakMap<ApiDescription, DerivedApi>();

/** The pieces of an API, from memory where nothing that they depend on has changed. */
export function* derivingApi(api: WorkspaceApi, around: Surroundings): Steps<DerivedApi> {
  const { description } = api;
  const { appraise, today } = around;
  const models = answeringOn(api).map(({ model }) => model);
  const own = around.bindings.filter(({ model }) => models.includes(model));
  const contradicted = own.flatMap((bound) => contradictedIn(bound, apisOf(bound.model, around.apis)));
  const edition = around.newer.get(description) ?? 0;
  const wanted = { api, edition, today, specPath: around.relative(description.uri), models, appraise, contradicted };
  const last = derivedOf.get(description);
  const known = last !== undefined && isSame(last, wanted) ? last : undefined;
  if (known !== undefined && own.every(({ binding }, index) => binding === known.bindings[index])) return known;
  const reached = reachedBy(own, last?.reached);
  const touches = reached.byOperation;
  const state = { ...wanted, reached, touches, bindings: own.map(({ binding }) => binding) };
  // Another API of the same models may have changed what they mean here.
  const isTouchedAlike = known !== undefined && sameTouches(known.touches, touches, description.operations);
  const setting = isTouchedAlike ? known.setting : settingOf(state);
  const input = { ...api, touches, setting };
  const derived = { ...state, setting, pieces: isTouchedAlike ? known.pieces : yield* derivingPieces(input, last) };
  derivedOf.set(description, derived);
  return derived;
}

function settingOf({ api, edition, models, contradicted, specPath, today, appraise }: Wanted): Setting {
  const speakers = speakersOf(api.models).map(({ model }) => model);
  return {
    exposure: exposureOfApi(api.description, api.models),
    called: trafficOf(api.models),
    newer: edition,
    rules: settingsOf(speakers),
    data: dataOf(speakers),
    protected: classesById(models),
    attackers: attackersById(models),
    risk: riskOf(speakers),
    contradicted,
    environments: environmentsOf(speakers),
    specPath,
    today,
    appraise,
  };
}

type Wanted = Omit<DerivedApi, 'bindings' | 'reached' | 'touches' | 'setting' | 'pieces'>;

function isSame(known: DerivedApi, wanted: Wanted): boolean {
  return (
    known.api.id === wanted.api.id &&
    known.edition === wanted.edition &&
    known.today === wanted.today &&
    known.specPath === wanted.specPath &&
    known.appraise === wanted.appraise &&
    sameList(known.models, wanted.models) &&
    sameList(known.contradicted, wanted.contradicted) &&
    known.api.models.every((named, index) => isSameName(named, wanted.api.models[index]))
  );
}

function isSameName({ id, called }: NamedIn, other: NamedIn | undefined): boolean {
  return id === other?.id && called === other.called;
}

interface Kept {
  readonly derived: readonly Piece[];
  readonly pieces: readonly Piece[];
  readonly analysis: ApiAnalysis;
}

const kept = new WeakMap<ApiDescription, Kept>();

/** The analysis of an API from its pieces. `found`: the threats that rules find in some API. */
export function* analysingOne(derived: DerivedApi, found: ReadonlySet<ModelThreat>): Steps<ApiAnalysis> {
  const { api, touches, setting } = derived;
  const known = kept.get(api.description);
  const pieces = settled(derived.pieces, found);
  if (known?.derived === derived.pieces && sameList(known.pieces, pieces)) return known.analysis;
  const analysis = yield* analysingApi({ ...api, touches, setting }, pieces);
  kept.set(api.description, { derived: derived.pieces, pieces, analysis });
  return analysis;
}

function settled(pieces: readonly Piece[], found: ReadonlySet<ModelThreat>): readonly Piece[] {
  const isSettled = found.size === 0 || pieces.every(({ missed }) => missed.length === 0);
  return isSettled ? pieces : pieces.map((piece) => withoutFound(piece, found));
}

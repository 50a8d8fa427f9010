import { type Guard, isFlag, isNumber, isText, listOf, oneOf, orNull, shapeOf } from './guard';
import type { WireLocation, WirePosition } from './messages';
import type { WireAsset, WireFirstMeasure, WireMeasure, WirePath, WireSimulation, WireStep } from './simulation';

const isPosition = shapeOf<WirePosition>({ line: isNumber, character: isNumber });
const isLocation = shapeOf<WireLocation>({ uri: isText, range: shapeOf({ start: isPosition, end: isPosition }) });
const isSource = oneOf('planned', 'missing', 'possible');

const isAsset = shapeOf<WireAsset>({
  kind: oneOf('data', 'component'),
  id: isText,
  title: isText,
  harm: oneOf('disclosed', 'taken-over', 'stopped'),
  impact: isNumber,
  probability: isNumber,
  error: isNumber,
  loss: isNumber,
  guessed: isFlag,
});

const isStep = shapeOf<WireStep>({
  text: isText,
  probability: isNumber,
  guess: isText,
  finding: isText,
  certainty: orNull(oneOf('shown', 'silent')),
  operation: isText,
  location: orNull(isLocation),
});

const isPath = shapeOf<WirePath>({
  assets: listOf(isText),
  harms: listOf(isText),
  probability: isNumber,
  loss: isNumber,
  start: isText,
  steps: listOf(isStep),
});

const isMeasure = shapeOf<WireMeasure>({
  id: isText,
  title: isText,
  source: isSource,
  control: isText,
  location: orNull(isLocation),
  findings: isNumber,
  operations: isNumber,
  certainty: oneOf('shown', 'silent'),
  buys: isNumber,
  error: isNumber,
});

const isFirst = shapeOf<WireFirstMeasure>({
  id: isText,
  title: isText,
  source: isSource,
  buys: isNumber,
  left: isNumber,
});

export const isSimulation: Guard<WireSimulation> = shapeOf<WireSimulation>({
  runs: isNumber,
  seed: isNumber,
  modelled: isFlag,
  guesses: listOf(isText),
  leadNowhere: isNumber,
  loss: isNumber,
  error: isNumber,
  assets: listOf(isAsset),
  paths: listOf(isPath),
  measures: listOf(isMeasure),
  first: listOf(isFirst),
});

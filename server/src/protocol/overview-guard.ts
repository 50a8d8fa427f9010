import { type Guard, isFlag, isNumber, isText, listOf, oneOf, orNull, shapeOf } from './guard';
import {
  type CoverageRow,
  type Diagram,
  type DiagramEdge,
  type DiagramNode,
  type DiagramZone,
  type Overview,
  type OverviewAnswer,
  type OverviewApi,
  type OverviewCell,
  type OverviewLevel,
  type OverviewSummary,
  type OverviewThreat,
  WIRE_STATES,
  type WirePoint,
} from './overview';

const isPoint: Guard<WirePoint> = (value): value is WirePoint => isNumbers(value, 3);
const isSpot: Guard<readonly [number, number]> = (value): value is readonly [number, number] => isNumbers(value, 2);
const isNumbers = (value: unknown, count: number) => listOf(isNumber)(value) && value.length === count;
const isPlace = orNull(isPoint);

const isLevel = oneOf('note', 'low', 'medium', 'high', 'critical');
const isStride = oneOf(
  'spoofing',
  'tampering',
  'repudiation',
  'information-disclosure',
  'denial-of-service',
  'elevation-of-privilege',
);
const isState = oneOf(...WIRE_STATES);

const stages = { inherent: isNumber, residual: isNumber, projected: isNumber };

const isSummary = shapeOf<OverviewSummary>({
  apis: isNumber,
  operations: isNumber,
  threats: isNumber,
  open: isNumber,
  unanswered: isNumber,
  levels: listOf(shapeOf<OverviewLevel>({ ...stages, level: isLevel })),
  risk: shapeOf(stages),
  methods: listOf(isText),
});

const isThreat = shapeOf<OverviewThreat>({
  ...stages,
  key: isText,
  rule: isText,
  title: isText,
  place: isText,
  operations: isNumber,
  stride: listOf(isStride),
  state: isState,
  open: isFlag,
  certainty: oneOf('shown', 'silent'),
  level: isLevel,
  cell: isNumber,
  inherentCell: isNumber,
  at: isPlace,
});

const isCell = shapeOf<OverviewCell>({ level: isLevel, threats: isNumber, open: isNumber, inherent: isNumber });

const isRow = shapeOf<CoverageRow>({
  name: isText,
  at: isPlace,
  states: listOf(isState),
  levels: listOf(orNull(isLevel)),
  worst: listOf(orNull(isNumber)),
});

const isApi = shapeOf<OverviewApi>({
  name: isText,
  exposure: oneOf('internet', 'partner', 'internal'),
  at: isPlace,
  rows: listOf(isRow),
});

const isAnswer = shapeOf<OverviewAnswer>({
  id: isText,
  title: isText,
  strategy: oneOf('reduce', 'transfer', 'avoid', 'accept'),
  assumed: isFlag,
  status: oneOf('planned', 'implemented', 'verified', 'missing', ''),
  owner: isText,
  reason: isText,
  until: isText,
  due: isText,
  threats: isNumber,
  at: isPlace,
});

const box = { x: isNumber, y: isNumber, width: isNumber, height: isNumber };

const isZone = shapeOf<DiagramZone>({
  ...box,
  id: isText,
  label: isText,
  trust: orNull(oneOf('untrusted', 'semi-trusted', 'trusted')),
  guessed: isFlag,
  at: isPlace,
});

const isNode = shapeOf<DiagramNode>({
  ...box,
  id: isText,
  kind: oneOf('actor', 'api', 'service', 'gateway', 'datastore', 'queue', 'cache', 'identity', 'external'),
  label: isText,
  detail: isText,
  zone: isText,
  level: orNull(isLevel),
  threats: isNumber,
  guessed: isFlag,
  at: isPlace,
});

const isEdge = shapeOf<DiagramEdge>({
  from: isText,
  to: isText,
  carries: listOf(isText),
  over: isText,
  crosses: isFlag,
  clear: isFlag,
  guessed: isFlag,
  points: listOf(isSpot),
  labelAt: isSpot,
  at: isPlace,
});

const isDiagram = shapeOf<Diagram>({
  width: isNumber,
  height: isNumber,
  modelled: isFlag,
  guesses: listOf(isText),
  zones: listOf(isZone),
  nodes: listOf(isNode),
  edges: listOf(isEdge),
});

export const isOverview: Guard<Overview> = shapeOf<Overview>({
  title: isText,
  files: listOf(isText),
  apis: listOf(isApi),
  summary: isSummary,
  threats: listOf(isThreat),
  matrix: shapeOf({ cells: listOf(isCell) }),
  answers: listOf(isAnswer),
  diagram: isDiagram,
});

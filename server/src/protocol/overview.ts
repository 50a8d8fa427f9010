/**
 * client -> server: the risk overview of the workspace, `OverviewParams` -> `Overview`. Answered when the workspace has been
 * searched. The results of simulated attacks are asked for by themselves (`SIMULATE`). Texts hold what people wrote in
 * descriptions and models: they are plain text, no Markdown and no HTML.
 */
export const OVERVIEW = 'stridewise/overview';

export interface OverviewParams {
  /** Only these descriptions; absent for all. */
  readonly uris?: readonly string[];
}

export type WireLevel = 'note' | 'low' | 'medium' | 'high' | 'critical';

/** In the order of the letters. */
export type WireStride =
  | 'spoofing'
  | 'tampering'
  | 'repudiation'
  | 'information-disclosure'
  | 'denial-of-service'
  | 'elevation-of-privilege';

/** What became of a category of an operation; of a finding, all but the last two and `not-applicable`. */
export const WIRE_STATES = [
  'threatened',
  'planned',
  'mitigated',
  'transferred',
  'accepted',
  'avoided',
  'assumed',
  'silenced',
  'not-applicable',
  'controlled',
  'unanswered',
] as const;

export type WireState = (typeof WIRE_STATES)[number];

/** A place: which of the overview's files, and a line and a character, all from 0. */
export type WirePoint = readonly [file: number, line: number, character: number];

export interface Overview {
  /** What it is about: the title of the only model or API, or how many there are. */
  readonly title: string;
  /** URIs, in which the points count. */
  readonly files: readonly string[];
  readonly apis: readonly OverviewApi[];
  readonly summary: OverviewSummary;
  /** The greatest risk that is left first; at most a thousand. `summary.threats` says how many there are. */
  readonly threats: readonly OverviewThreat[];
  readonly matrix: OverviewMatrix;
  readonly answers: readonly OverviewAnswer[];
  readonly diagram: Diagram;
}

export interface OverviewSummary {
  readonly apis: number;
  readonly operations: number;
  /** Findings and written threats; no questions. */
  readonly threats: number;
  /** Those that nobody has answered yet; a plan is no answer. */
  readonly open: number;
  /** Categories of operations that nobody has said anything about, of six for each operation. */
  readonly unanswered: number;
  /** Levels, the highest first, with how many threats have each. */
  readonly levels: readonly OverviewLevel[];
  /** Sums of the figures of all threats, 0-10 each, where medium begins at 4, high at 7 and critical at 9. */
  readonly risk: OverviewStages;
  /** Names of the methods that rank: one, as long as all models choose the same. */
  readonly methods: readonly string[];
}

/** Before any answer, after those that are done, and after those that are planned, too. */
export interface OverviewStages {
  readonly inherent: number;
  readonly residual: number;
  readonly projected: number;
}

export interface OverviewLevel extends OverviewStages {
  readonly level: WireLevel;
}

export interface OverviewThreat {
  /** The key of the finding, for `EXPLAIN` and `FINDING_FIXES`. */
  readonly key: string;
  /** The rule's id; `written-threat` for one that people wrote. */
  readonly rule: string;
  readonly title: string;
  /** The name of the API or of the first operation that it touches. */
  readonly place: string;
  /** How many operations it touches. */
  readonly operations: number;
  readonly stride: readonly WireStride[];
  readonly state: WireState;
  readonly open: boolean;
  /** Whether the description shows it or only fails to rule it out. */
  readonly certainty: 'shown' | 'silent';
  /** Figures of the method that ranks, 0-10, and the level of what is left. */
  readonly inherent: number;
  readonly residual: number;
  readonly projected: number;
  readonly level: WireLevel;
  /** Its cell in the matrix by what is left, and before any answer: 5 times the row, plus the column. */
  readonly cell: number;
  readonly inherentCell: number;
  readonly at: WirePoint | null;
}

export interface OverviewMatrix {
  /** 25: five rows, impact from the highest, of five columns, likelihood from the lowest. */
  readonly cells: readonly OverviewCell[];
}

export interface OverviewCell {
  /** The level that likelihood and impact in the middle of the cell make. */
  readonly level: WireLevel;
  /** How many threats lie in it by what is left, how many of these are open, and how many lay in it before any answer. */
  readonly threats: number;
  readonly open: number;
  readonly inherent: number;
}

/** An API with the coverage of its operations. */
export interface OverviewApi {
  readonly name: string;
  readonly exposure: 'internet' | 'partner' | 'internal';
  readonly at: WirePoint | null;
  readonly rows: readonly CoverageRow[];
}

export interface CoverageRow {
  /** `GET /orders/{id}`. */
  readonly name: string;
  readonly at: WirePoint | null;
  /** Six: what became of each category, in the order of the letters. */
  readonly states: readonly WireState[];
  /** Six: the worst level that is left of an open threat; null where there is none. */
  readonly levels: readonly (WireLevel | null)[];
  /** Six: the worst threat, as an index of the overview's; null where there is none or it is not among them. */
  readonly worst: readonly (number | null)[];
}

/** An answer that a model gives, or an assumption. */
export interface OverviewAnswer {
  readonly id: string;
  readonly title: string;
  readonly strategy: 'reduce' | 'transfer' | 'avoid' | 'accept';
  readonly assumed: boolean;
  /** Empty where the model does not say. */
  readonly status: 'planned' | 'implemented' | 'verified' | 'missing' | '';
  readonly owner: string;
  readonly reason: string;
  /** Dates, or empty. */
  readonly until: string;
  readonly due: string;
  /** How many threats it answers. */
  readonly threats: number;
  readonly at: WirePoint | null;
}

/** A data-flow diagram, laid out: lengths in pixels, from the top left corner. */
export interface Diagram {
  readonly width: number;
  readonly height: number;
  /** Whether a model says what stands around the APIs; else it is guessed. */
  readonly modelled: boolean;
  /** What was guessed, as sentences. */
  readonly guesses: readonly string[];
  readonly zones: readonly DiagramZone[];
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A zone of trust; its border is a trust boundary. */
export interface DiagramZone extends Box {
  readonly id: string;
  readonly label: string;
  readonly trust: 'untrusted' | 'semi-trusted' | 'trusted' | null;
  readonly guessed: boolean;
  readonly at: WirePoint | null;
}

export type DiagramKind =
  | 'actor'
  | 'api'
  | 'service'
  | 'gateway'
  | 'datastore'
  | 'queue'
  | 'cache'
  | 'identity'
  | 'external';

export interface DiagramNode extends Box {
  readonly id: string;
  readonly kind: DiagramKind;
  readonly label: string;
  /** A second line: how many operations, what it holds. Empty where there is nothing to say. */
  readonly detail: string;
  /** Id of its zone, or empty. */
  readonly zone: string;
  /** The worst level of an open threat to it, and how many there are. */
  readonly level: WireLevel | null;
  readonly threats: number;
  readonly guessed: boolean;
  readonly at: WirePoint | null;
}

export interface DiagramEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  /** What it carries, and the protocol; empty where nobody says. */
  readonly carries: readonly string[];
  readonly over: string;
  /** It crosses a trust boundary. */
  readonly crosses: boolean;
  /** It is known to be in clear text. */
  readonly clear: boolean;
  readonly guessed: boolean;
  /** From the border of one node to that of the other. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The middle of its label. */
  readonly labelAt: readonly [x: number, y: number];
  readonly at: WirePoint | null;
}

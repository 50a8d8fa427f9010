import type { Location } from '../locate';

/** What a row of the tree shows, a group's or an item's. */
export interface TreeRow {
  /** Stable while the group or the finding lasts; a child's begins with its parent's and a slash. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** A codicon. */
  readonly icon: string;
  /** A theme colour, or empty. */
  readonly color: string;
  readonly accessibilityLabel: string;
  /** How many children there are: they are made when asked for. */
  readonly size: number;
  /** The children's words in one text, where they are not compared one by one; else empty. */
  readonly below: string;
  /** What `findingKey` calls the finding, or null for a group and a mitigation. */
  readonly finding: string | null;
  /** The name of the operation that it speaks of alone, where the finding touches others too; else null. */
  readonly operation: string | null;
  /** `group`, `finding.open`, `finding.answered`, `question`, `mitigations` or `mitigation`; with ` operation` for one operation of a finding. */
  readonly context: string;
  /** Whether it can be answered together with others. */
  readonly answerable: boolean;
  /** Whether entries of models answer it, or would if they lacked nothing. */
  readonly answered: boolean;
}

/** A row with what is made when somebody looks. */
export interface TreeNode extends TreeRow {
  /** What the children show. */
  readonly rows: readonly TreeRow[];
  readonly children: readonly TreeNode[];
  /** Markdown, text from files escaped. */
  readonly tooltip: string;
  readonly location: Location | null;
  /** Where the entries stand that answer it. */
  readonly answers: readonly Location[];
}

/** `7.4 → 3.1`: before and after the answers. */
export function figuresOf(inherent: number, residual: number): string {
  return `${inherent.toFixed(1)} → ${residual.toFixed(1)}`;
}

/** The same for who hears it. */
export function figuresInWords(inherent: number, residual: number): string {
  return `${inherent.toFixed(1)} before and ${residual.toFixed(1)} after its answers`;
}

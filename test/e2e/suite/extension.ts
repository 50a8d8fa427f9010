import * as assert from 'node:assert/strict';
import { commands, type DataTransfer, type Event, extensions, type Range, type TreeItem } from 'vscode';

export interface Row {
  readonly node: {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly finding: string;
    readonly operation: string;
    readonly context: string;
    readonly children: number;
    readonly answerable: boolean;
  };
  readonly item: TreeItem;
}

/** A line of the Goals and PASTA views. */
export interface StatusRow {
  readonly id: string;
}

export interface StatusView {
  rows(parent?: StatusRow): Promise<{ readonly node: StatusRow; readonly item: TreeItem }[]>;
  readonly description: string;
  readonly onDidChangeTree: Event<undefined>;
}

/** What the extension gives to others. */
export interface Api {
  readonly ready: Promise<void>;
  readonly threats: {
    rows(parent?: Row['node']): Promise<Row[]>;
    details(node: Row['node']): Promise<{
      readonly tooltip: string;
      readonly location: { readonly uri: string; readonly range: Pick<Range, 'start' | 'end'> } | null;
    } | null>;
    check(node: Row['node'], isOn: boolean): Promise<void>;
    checked(): readonly { readonly finding: string; readonly operation?: string }[];
    readonly selection: readonly Row['node'][];
    readonly onDidChangeSelection: Event<unknown>;
    /** What stands beside the view's name, and when that is settled. */
    readonly description: string;
    readonly onDidDescribe: Event<void>;
    /** The nodes that are drawn anew; undefined for all. */
    readonly onDidChangeTree: Event<readonly Row['node'][] | undefined>;
    readonly drops: {
      handleDrag(source: readonly Row['node'][], transfer: DataTransfer): void;
      handleDrop(target: Row['node'] | undefined, transfer: DataTransfer): Promise<void>;
    };
    readonly badge: number;
    readonly empty: string;
    readonly filter: string;
  };
  readonly goals: StatusView;
  readonly process: StatusView;
  readonly inventory: StatusView;
  timings(): { readonly activation: number; readonly serverStart: number | null };
}

export function ourExtension() {
  const extension = extensions.getExtension<Api>('stridewise.stridewise');
  assert.ok(extension, 'the extension is installed');
  return extension;
}

export const threats = (): Api['threats'] => ourExtension().exports.threats;

/** The groups of the tree with their rows, as a person sees them. */
export async function tree(): Promise<{ group: Row; rows: Row[] }[]> {
  const groups = await threats().rows();
  return Promise.all(groups.map(async (group) => ({ group, rows: await threats().rows(group.node) })));
}

export const groupBy = (name: 'Risk' | 'Stride' | 'Operation' | 'Status'): Thenable<unknown> =>
  commands.executeCommand(`stridewise.groupBy${name}`);

import * as assert from 'node:assert/strict';
import { commands, extensions, type TreeItem } from 'vscode';

export interface Row {
  readonly node: {
    readonly label: string;
    readonly finding: string;
    readonly context: string;
    readonly location: { readonly range: { readonly start: { readonly line: number } } } | null;
  };
  readonly item: TreeItem;
}

/** What the extension gives to others. */
export interface Api {
  readonly ready: Promise<void>;
  readonly threats: {
    rows(parent?: Row['node']): Promise<Row[]>;
    readonly badge: number;
    readonly empty: string;
    readonly filter: string;
  };
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

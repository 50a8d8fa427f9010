import { type Block, errorIn, memo, place } from '../text';
import { leavesItsBlock, looseAliases } from './aliases';
import { dialectsIn } from './limits';
import { isRemote, parseReference } from './references';
import { scanBlock, type WrittenReference } from './scan';
import { baseOf } from './schema-ids';
import type { Resolution, Session } from './session';
import type { OpenApiVersion, SpecProblem } from './types';
import type { View } from './view';
import { isAddress, resolveWritten } from './written-references';

/** What is wrong in one block, and which other files it leads to. */
interface BlockCheck {
  readonly problems: readonly SpecProblem[];
  readonly leadsTo: readonly View[];
}

const CLEAN: BlockCheck = { problems: [], leadsTo: [] };

/** Finds problems over all files that a description reaches; remembers every block whose verdict cannot have changed. */
export class Problems {
  private checks = new WeakMap<Block, BlockCheck>();
  private views = new WeakMap<object, BlockCheck>();
  private flips = 0;
  private root = '';
  /** Requirements may name their scheme by an address. */
  private addressed = false;

  constructor(private readonly session: Session) {}

  of(root: View, version: OpenApiVersion): readonly SpecProblem[] {
    const addressed = version === '3.2';
    if (this.flips !== this.session.flips || this.addressed !== addressed) {
      this.flips = this.session.flips;
      this.addressed = addressed;
      this.checks = new WeakMap();
      this.views = new WeakMap();
    }
    this.root = root.uri;
    const problems: SpecProblem[] = [];
    const reached = new Set<View>([root]);
    for (const view of reached) {
      const check = this.checkView(view);
      problems.push(...check.problems);
      for (const next of check.leadsTo) reached.add(next);
    }
    return problems;
  }

  private checkView(view: View): BlockCheck {
    if (view.document === undefined) return CLEAN;
    let check = this.views.get(view.document);
    if (check === undefined) {
      check = this.readView(view);
      this.views.set(view.document, check);
    }
    return check;
  }

  private readView(view: View): BlockCheck {
    const problems: SpecProblem[] = [];
    const leadsTo = new Set<View>();
    for (const block of view.document?.blocks ?? []) {
      const check = this.checkBlock(view, block);
      if (check === CLEAN) continue;
      problems.push(...check.problems);
      for (const next of check.leadsTo) leadsTo.add(next);
    }
    const loose = (view.document?.blocks ?? []).filter(mayLeave);
    problems.push(...loose.flatMap((block) => looseAliases(view, block)));
    problems.push(...dialectsIn(view));
    for (const at of view.shape.duplicates) {
      const block = view.document?.blocks[at];
      if (block !== undefined) problems.push(duplicate(block.key, view.uri, block, block.keyStart, block.key.length));
    }
    return { problems, leadsTo: [...leadsTo] };
  }

  private checkBlock(view: View, block: Block): BlockCheck {
    let check = this.checks.get(block);
    if (check === undefined) {
      check = this.readBlock(view, block);
      this.checks.set(block, check);
    }
    return check;
  }

  private resolve(view: View, block: Block, written: WrittenReference): Resolution | null {
    if (written.role === 'requirement' && !this.addressed) return null;
    return resolveWritten(this.session, this.root, baseOf(view.uri, block, written.node), written);
  }

  private readBlock(view: View, block: Block): BlockCheck {
    const problems: SpecProblem[] = [];
    const leadsTo = new Set<View>();
    if (errorIn(view.uri, block) !== null) problems.push(syntax(view.uri, block));
    const { references, duplicates } = scanBlock(block);
    for (const written of references) {
      const resolution = this.resolve(view, block, written);
      const into = resolution?.into ?? view;
      if (into !== view) leadsTo.add(into);
      if (resolution === null || resolution.status === 'found') continue;
      problems.push({ ...unresolved(written, resolution), at: place(view.uri, block, written.node) });
    }
    for (const key of duplicates) {
      const at = place(view.uri, block, key);
      problems.push({ code: 'duplicate-key', message: duplicateMessage(block.text.slice(at.start, at.end)), at });
    }
    return problems.length + leadsTo.size === 0 ? CLEAN : { problems, leadsTo: [...leadsTo] };
  }
}

const mayLeave = memo((block: Block): boolean => block.text.includes('*') && leavesItsBlock(block));

function syntax(uri: string, block: Block): SpecProblem {
  const { message, offset, end } = block.error ?? { message: '', offset: 0 };
  const { text } = block;
  const from = Math.max(0, Math.min(offset, text.length));
  const lineEnd = from + text.slice(from).search(/[\r\n]|$/);
  // At the end of a line there is nothing to point at but what stands last on it.
  const start = from < lineEnd ? from : Math.max(0, text.slice(0, from).trimEnd().length - 1);
  const least = Math.min(start + 1, text.length);
  const at = { uri, block, start, end: start === from ? Math.max(least, end ?? lineEnd) : least };
  return { code: 'syntax', message: message.charAt(0).toUpperCase() + message.slice(1), at };
}

function unresolved({ ref, role }: WrittenReference, { status, into, address }: Resolution): Omit<SpecProblem, 'at'> {
  if (role === 'mapping' && !isAddress(ref)) return unnamed(ref);
  if (status === 'remote') {
    const name = ref.startsWith(address) ? ref : `${ref}, which below its $id is ${address},`;
    const message = `${name} is on the network, which is never read, so what it describes is not checked`;
    return { code: 'not-checked', message };
  }
  if (status === 'unknown') {
    return {
      code: 'not-checked',
      message: `Nothing there is called ${ref.slice(ref.indexOf('#') + 1)}, so ${ref} is not checked`,
    };
  }
  const { file, pointer } = parseReference(ref);
  const target = `/${pointer?.join('/') ?? ''}`;
  const isLoaded = into?.document !== undefined;
  const message = isLoaded
    ? `There is no ${target} in ${file === '' ? 'this file' : file}`
    : `No file that may be read here is at ${file}`;
  return { code: 'unresolved-reference', message: isRemote(file) ? ref : message };
}

function unnamed(ref: string): Omit<SpecProblem, 'at'> {
  return { code: 'unresolved-reference', message: `No schema of the components is called ${ref}` };
}

function duplicate(key: string, uri: string, block: Block, start: number, length: number): SpecProblem {
  const end = Math.min(block.text.length, start + length);
  return { code: 'duplicate-key', message: duplicateMessage(key), at: { uri, block, start, end } };
}

function duplicateMessage(key: string): string {
  return `The key ${key} is already there; only the first is read`;
}

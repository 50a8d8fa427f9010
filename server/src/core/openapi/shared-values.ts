import type { Node } from './node';
import { Derivation, type Session } from './session';

/** A value derived from one node, with everything that it was read from. */
class Entry<T> extends Derivation {
  value: T | null = null;
  override stale = true;
}

/** Values derived from components: read once for all who refer to them, and again when what they were read from changes. */
export class SharedValues<T> {
  private readonly bySession = new WeakMap<Session, WeakMap<object, Map<string, Entry<T>>>>();

  /** The value of a node; `sign` tells apart the values of one node. */
  of(reader: Derivation, node: Node, sign: string, derive: (entry: Derivation) => T): T {
    const entry = this.entryOf(reader.session, node.owner, `${node.id} ${sign}`);
    let { value } = entry;
    if (entry.stale || value === null) {
      entry.stale = false;
      value = derive(entry);
      entry.value = value;
    }
    reader.read(entry);
    return value;
  }

  private entryOf(session: Session, owner: object, id: string): Entry<T> {
    let owners = this.bySession.get(session);
    if (owners === undefined) {
      owners = new WeakMap();
      this.bySession.set(session, owners);
    }
    let entries = owners.get(owner);
    if (entries === undefined) {
      entries = new Map();
      owners.set(owner, entries);
    }
    let entry = entries.get(id);
    if (entry === undefined) {
      entry = new Entry<T>(session);
      entries.set(id, entry);
    }
    return entry;
  }
}

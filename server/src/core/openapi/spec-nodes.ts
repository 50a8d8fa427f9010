import type { Place } from '../text';
import { type Path, pathOf } from '../text/edit';
import { Node } from './node';
import { Derivation, type DocumentSource, Session } from './session';

/** Where a value stands: a file, and the keys that lead there. */
export interface Address {
  readonly uri: string;
  readonly path: Path;
}

/** The values of a description's files, looked up by where something was found: for those who change them. */
export class SpecNodes {
  readonly #reader: Derivation;

  /** `root`: the description. */
  constructor(
    private readonly source: DocumentSource,
    readonly root: string,
  ) {
    const session = new Session(root);
    session.update(source);
    this.#reader = new Derivation(session);
  }

  /** The root value of the description. */
  rootNode(): Node | null {
    return Node.root(this.#reader.session.view(this.root));
  }

  addressOf(place: Place): Address | null {
    const document = this.source.get(place.uri);
    const path = document === undefined ? null : pathOf(document, place);
    return path === null ? null : { uri: place.uri, path };
  }

  /** Where a value itself is written, not an alias or reference that leads to it. */
  addressOfNode(node: Node): Address | null {
    if (node.block === null) return { uri: node.view.uri, path: [] };
    return this.addressOf(node.isSection ? node.keyAt : node.at);
  }

  /** The value at an address; null where there is none. */
  nodeAt({ uri, path }: Address): Node | null {
    let node = Node.root(this.#reader.session.view(uri));
    for (const step of path) {
      if (node === null) return null;
      node = typeof step === 'number' ? (node.items()[step] ?? null) : node.get(step);
    }
    return node;
  }

  /** The value at a place; that of a key at its key. */
  nodeOf(place: Place): Node | null {
    const address = this.addressOf(place);
    return address === null ? null : this.nodeAt(address);
  }

  /** The value that a place names, behind a reference too: an operation may stand in a file of its own. */
  targetOf(place: Place): Node | null {
    return this.deref(this.nodeOf(place));
  }

  /** Where that value is written. */
  addressOfTarget(place: Place): Address | null {
    const target = this.targetOf(place);
    return target === null ? null : this.addressOfNode(target);
  }

  /** The value around the one at a place: the parameter that bears a name. */
  ownerOf(place: Place): Node | null {
    const address = this.addressOf(place);
    return address === null ? null : this.nodeAt({ uri: address.uri, path: address.path.slice(0, -1) });
  }

  /** Follows references; null where they lead nowhere. */
  deref(node: Node | null): Node | null {
    return this.#reader.deref(node);
  }
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export const VERSIONS = ['3.0', '3.1', '3.2'] as const;
export type Version = (typeof VERSIONS)[number];

export type BaseName = 'shop' | 'clinic' | 'bank' | 'chat' | 'devices';

/** A description without a flaw, written in the words of 3.1, and the model of people who thought about it. */
export interface Base {
  readonly name: BaseName;
  readonly spec: JsonObject;
  /** The YAML of `mitigations` and the like. */
  readonly model: string;
}

/** Places are keys joined by blanks, `paths /orders get security`; `-` appends to a list. */
export interface Change {
  readonly set?: { readonly [place: string]: Json };
  readonly drop?: readonly string[];
}

/** A small change of a clean description. */
export interface Planted {
  readonly id: string;
  readonly title: string;
  readonly base: BaseName;
  readonly change: Change;
  /** Where a version has a form of its own for the same thing. */
  readonly variants?: { readonly [version in Version]?: Change };
}

/** A change after which a senior reviewer would object. */
export interface Flaw extends Planted {
  /** `GET /orders`, or `*` where it is the whole API. */
  readonly at: string;
  /** The same place in a version that writes it differently. */
  readonly atIn?: { readonly [version in Version]?: string };
  /** Letters of STRIDE; a finding has to share one. */
  readonly stride: string;
  /** Ids of either edition; a finding has to share one. */
  readonly owasp: readonly string[];
}

/** A change that looks like a flaw and is none: nothing may warn. */
export type Twin = Planted;

/** Letters of STRIDE: spoofing, tampering, repudiation, information disclosure, denial of service, elevation of privilege. */
export type StrideLetter = 'S' | 'T' | 'R' | 'I' | 'D' | 'E';

/** Whether CWE lets a finding be mapped to the weakness; `review` is CWE's Allowed-with-Review. */
export type Mapping = 'allowed' | 'review' | 'discouraged' | 'prohibited';

/** A weakness of the CWE list. */
export interface Weakness {
  readonly id: number;
  readonly title: string;
  readonly mapping: Mapping;
  /** Numbers that CWE suggests instead of this one. */
  readonly better: readonly number[];
  /** Numbers of the attack patterns (CAPEC) that CWE links to it. */
  readonly capec: readonly number[];
}

/** A way of attacking that people name when they gather threats. */
export interface Technique {
  /** Kebab-case. */
  readonly id: string;
  readonly name: string;
  /** What else people call it. */
  readonly also: readonly string[];
  /** The first is the primary one. */
  readonly stride: readonly [StrideLetter, ...StrideLetter[]];
  /** Ids of the OWASP API Security Top 10, both editions, where it meets one of its risks. */
  readonly owasp: readonly string[];
  /** Weaknesses that it makes use of. */
  readonly cwe: readonly number[];
  /** Numbers of attack patterns, each linked by CWE to one of `cwe`. */
  readonly capec: readonly number[];
  /** Ids of MITRE ATT&CK, enterprise matrix; `ATTACK_NAMES` has their names. */
  readonly attack: readonly string[];
  /** How it meets an API. */
  readonly meets: string;
  /** Ids of the controls that meet it. */
  readonly controls: readonly string[];
  /** Ids of the rules whose evidence points at it; empty where a description shows nothing of it. */
  readonly rules: readonly string[];
}

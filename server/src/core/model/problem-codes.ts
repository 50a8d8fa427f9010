import { ANSWERING } from './problems/answering';
import { FILES } from './problems/files';
import { NAMING } from './problems/naming';
import type { ProblemDoc } from './problems/problem-doc';
import { WRITING } from './problems/writing';

export type { ProblemDoc } from './problems/problem-doc';

const ALL = { ...WRITING, ...NAMING, ...ANSWERING, ...FILES };

/** The code of a problem of a model. */
export type ProblemCode = keyof typeof ALL;

/** Every code that a problem of a model may have, with what it means and what to do. */
export const PROBLEM_CODES: Readonly<Record<ProblemCode, ProblemDoc>> = ALL;

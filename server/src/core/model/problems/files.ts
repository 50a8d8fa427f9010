import type { ProblemDoc } from './problem-doc';

const doc = <const Meaning extends string>(meaning: Meaning) => ({ meaning, wrong: '', right: '' });

/** The files that a model includes and the descriptions that it names. */
export const FILES = {
  'include-conflict': doc('Two included files have an entry of one id: rename one, or let one file include the other.'),
  'include-cycle': doc('Files include each other in a circle; the one that closes it is left out.'),
  'include-depth': doc('Files are included over too many steps.'),
  'include-itself': doc('The file includes itself.'),
  'include-pattern': doc('`include` takes files, not patterns: name each one.'),
  'include-remote': doc('Nothing is fetched from the network: include a file of the workspace.'),
  'included-twice': doc('The file is included already.'),
  'unread-include': doc('The included file is not there or cannot be read.'),
  'no-model': doc('The included file is no threat model.'),
  'unread-spec': doc('The description is not there or cannot be read.'),
  'no-api': doc('The file is no OpenAPI description.'),
  'remote-spec': doc('Nothing is fetched from the network: name a file of the workspace.'),
  'spec-matches-nothing': doc('No description of the workspace matches the pattern.'),
  'shared-spec': doc('Two entries of the model name one description; the first counts.'),
  'shared-paths': doc('Two APIs of the model have the same operations at the same address: say what tells them apart.'),
  'models-disagree': doc('Two models of one API contradict each other.'),
  'settings-gone': doc('A file that is said to configure a component is not there any more, or cannot be read.'),
  'settings-outside': doc('A file that is said to configure a component lies outside the workspace.'),
  'retired-still-there': doc('The API is retired, and its description still has operations.'),
  'past-sunset': doc('The last day of the API has passed, and its description still has operations.'),
  'only-in-replaced': doc('Only the API that is replaced has these operations: does anybody still need them?'),
  'replaces-itself': doc('An API cannot take its own place.'),
} as const satisfies Readonly<Record<string, ProblemDoc>>;

import { freeName, groupBy } from '../../model';
import type { Operation } from '../../openapi/types';
import type { Strategy } from '../../rules/types';
import type { Workspace } from '../../workspace';
import { type Spot, spotFor } from '../beside/spot';
import { mitigationBeside, notApplicableBeside } from '../beside/write-beside';
import type { Fix } from '../diagnostic';
import type { FileChange } from '../spec-fixes/spec-fix';
import { editFiles } from '../spec-fixes/spec-fixes-for';
import { type Answered, entriesFor, type Way } from './drafts';
import { joinedStatements } from './joined-statements';
import { saidIn } from './said-in';
import type { Subject } from './subjects';

interface Written {
  readonly fix: Pick<Fix, 'edits' | 'cursor' | 'fields' | 'refused' | 'confirm'>;
  readonly entries: number;
}

/** The answers of some subjects beside what they answer: one entry, or a few, at each spot. */
export function answerBeside(workspace: Workspace, way: Way, files: readonly Answered[]): Written {
  const taken = new Set(files.flatMap(({ target }) => target.model?.mitigations.map(({ id }) => id) ?? []));
  const changes = files
    .flatMap((file) => atSpots(workspace, file))
    .flatMap((one) => (way === 'not-applicable' ? sparedAt(one) : answeredAt(one, way, taken)));
  const made = editFiles(workspace, changes);
  const fix = 'refused' in made ? { edits: [], refused: made.refused } : made.fix;
  return { fix, entries: changes.length };
}

interface AtSpot {
  readonly spot: Spot;
  readonly answered: Answered;
}

/** What is about one operation is written there, and the rest at the root. */
function atSpots(workspace: Workspace, { target, subjects }: Answered): AtSpot[] {
  return [...groupBy(subjects, onlyOperation)].flatMap(([operation, own]) => {
    const [first] = own;
    const spot = first && spotFor(workspace, first.api, target.apiId, operation === null ? target.apiId : [operation]);
    return spot ? [{ spot, answered: { target, subjects: own } }] : [];
  });
}

function onlyOperation({ finding, only }: Subject): Operation | null {
  const [first = null, ...others] = only === null ? finding.operations : [only];
  return others.length === 0 ? first : null;
}

function sparedAt({ spot, answered }: AtSpot): FileChange[] {
  return joinedStatements(saidIn(answered)).map((statement) => notApplicableBeside(spot, statement, 'TODO'));
}

function answeredAt({ spot, answered }: AtSpot, strategy: Strategy, taken: Set<string>): FileChange[] {
  return entriesFor([answered], strategy).map((stub) => {
    const id = freeName(taken, stub.id);
    taken.add(id);
    return mitigationBeside(spot, { ...stub, id });
  });
}

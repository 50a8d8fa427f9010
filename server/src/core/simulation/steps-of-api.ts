import { nameOf } from '../coverage';
import { categoriesOf } from '../coverage/items';
import type { ApiAnalysis, Finding } from '../coverage/types';
import type { Operation } from '../openapi/types';
import type { Certainty, Stride } from '../rules/types';
import type { Steps } from '../text';
import type { Builder } from './builder';
import { measuresFor } from './candidates';
import type { DataOf } from './data-of';
import { asksForNoLogin, isNoStep, type Login, lacksLogin, loweredBoth } from './logins';
import type { ApiNodes } from './places';
import { probabilityOf } from './probability';
import type { Lowered } from './types';

/** Rules whose weakness lets somebody run things on the server itself: from there all that it may reach is open. */
const TAKES_OVER = new Set(['injection']);
/** Rules whose weakness lets somebody send requests from the server's own network. */
const FROM_INSIDE = new Set(['server-side-request-forgery', 'callback-to-caller', 'xml-external-entities']);

interface Scene {
  readonly builder: Builder;
  readonly api: ApiAnalysis;
  readonly nodes: ApiNodes;
  readonly data: DataOf;
  /** Of operations that are open as described. */
  readonly logins: ReadonlyMap<Operation, Login>;
  readonly several: boolean;
}

/** The steps that findings open, and what follows once an API is taken over. */
export function* addApi(scene: Scene): Steps<void> {
  const { builder, api, nodes, data } = scene;
  for (const operation of api.description.operations) {
    yield;
    for (const node of data.nodesOf(operation)) {
      builder.edge(nodes.takenOver, node, { text: `reads and changes what ${api.id} handles` });
    }
  }
  builder.edge(nodes.takenOver, nodes.stopped, { text: `switches ${api.id} off` });
  builder.edge(nodes.takenOver, nodes.around, { text: `goes on from ${api.id} to what stands beside it` });
  for (const finding of api.findings) yield* addFinding(scene, finding);
}

function* addFinding(scene: Scene, finding: Finding): Steps<void> {
  const { builder, api, several } = scene;
  if (isNoStep(finding)) return;
  // A rule counts in its first category, a written threat in all that it names.
  const { threat, definition, stride } = finding;
  const categories = categoriesOf(threat, definition === null ? stride : [definition.stride[0]]);
  if (categories.every((category) => category === 'repudiation')) {
    builder.leadsNowhere(finding.id);
    return;
  }
  for (const member of finding.members) {
    yield;
    const { operation, appraisal } = member;
    const { certainty } = appraisal.basis;
    const lowered = measuresFor(builder, { api, finding, member }, several);
    const probability = probabilityOf(appraisal.basis);
    for (const category of categories)
      addStep(scene, { finding, operation, certainty, category, probability, lowered });
  }
}

interface Step {
  readonly finding: Finding;
  readonly operation: Operation;
  readonly certainty: Certainty;
  readonly category: Stride;
  readonly probability: number;
  readonly lowered: readonly Lowered[];
}

function addStep(scene: Scene, step: Step): void {
  const { builder, nodes, logins } = scene;
  const { finding, operation, probability } = step;
  const isOpen = asksForNoLogin(operation);
  const { from, targets } = consequences(scene, step, isOpen);
  if (targets.length === 0) builder.leadsNowhere(finding.id);
  const way = wayOf(scene, step, isOpen);
  const login = from === undefined && !lacksLogin(finding) ? logins.get(operation) : undefined;
  for (const target of targets) {
    if (login === undefined) builder.edge(from ?? (isOpen ? nodes.reached : nodes.login), target, way);
    else {
      const lowered = loweredBoth(step.lowered, login.lowered);
      builder.edge(nodes.reached, target, { ...way, lowered, probability: probability * login.left });
      builder.edge(nodes.login, target, wayOf(scene, step, false));
    }
  }
}

function wayOf({ api }: Scene, step: Step, isOpen: boolean) {
  const { finding, operation, certainty, probability, lowered } = step;
  const { rule, id, at, threat } = finding;
  const kind = threat === null ? rule : `${rule} ${threat.id}`;
  return {
    text: `${nameOf(operation)} (${isOpen ? 'no login needed' : 'with a login'}): ${finding.title}`,
    draw: `${kind}@${api.id}`,
    probability,
    lowered,
    finding: { id, rule, api: api.id, operation, certainty, at },
  };
}

/** Where a step leads; `from` where it begins elsewhere than before the operation. */
function consequences(
  { nodes, data }: Scene,
  { finding, operation, category }: Step,
  isOpen: boolean,
): { readonly from?: number; readonly targets: readonly number[] } {
  const { rule } = finding;
  if (TAKES_OVER.has(rule)) return { targets: [nodes.takenOver] };
  if (FROM_INSIDE.has(rule)) return { targets: [nodes.around, ...data.nodesOf(operation)] };
  if (category === 'repudiation') return { targets: [] };
  if (category === 'denial-of-service') return { targets: [nodes.stopped] };
  if (category === 'spoofing' && givesLogin(finding, isOpen)) return { from: nodes.reached, targets: [nodes.login] };
  return { targets: data.nodesOf(operation) };
}

/** Whether passing for somebody else gives a login, and not just this one operation. */
function givesLogin({ definition }: Finding, isOpen: boolean): boolean {
  return definition === null ? !isOpen : !definition.controls.includes('authentication');
}

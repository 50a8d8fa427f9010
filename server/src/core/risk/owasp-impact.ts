import type { Case } from '../coverage/appraise';
import { categoriesOf } from '../coverage/items';
import type { Sensitivity } from '../openapi/data-classes/sensitivity';
import type { Stride } from '../rules/types';
import { dreadOf } from './dread';
import type { Factor } from './factor';
import type { OperationFacts } from './facts';
import { fact, scaled } from './owasp-likelihood';

/** What is lost: the property that each category takes, as much of it as DREAD's damage says. */
export function technicalFactors(item: Case, facts: OperationFacts, [damage]: readonly Factor[]): readonly Factor[] {
  const categories = categoriesOf(item.threat, item.rule?.stride ?? []);
  const loss = (name: string, isLost: boolean, otherwise: readonly [number, string]) =>
    isLost ? scaled(name, damage) : fact(name, ...otherwise);
  return [
    loss('confidentiality', losesSecrets(categories, facts), [0, 'Nothing is read that others may not see.']),
    loss('integrity', losesTruth(categories, facts), [0, 'Nothing is changed.']),
    loss('availability', categories.includes('denial-of-service'), availabilityOf(categories, facts)),
    fact('accountability', ...accountabilityOf(categories, facts)),
  ];
}

/** Disclosure always is; who passes for another, or may more than they should, reads what the operation returns. */
function losesSecrets(categories: readonly Stride[], { returnsData, writes }: OperationFacts): boolean {
  if (categories[0] === 'information-disclosure') return true;
  return (returnsData || !writes) && categories.some((one) => REACHES.has(one) || one === 'information-disclosure');
}

/** Tampering always is; who passes for another, or may more than they should, changes what the operation writes. */
function losesTruth(categories: readonly Stride[], { writes }: OperationFacts): boolean {
  return categories[0] === 'tampering' || (writes && categories.some((one) => REACHES.has(one) || one === 'tampering'));
}

const REACHES: ReadonlySet<Stride> = new Set(['spoofing', 'elevation-of-privilege']);

function availabilityOf(categories: readonly Stride[], { deletes }: OperationFacts): readonly [number, string] {
  return deletes && categories.some((one) => REACHES.has(one) || one === 'tampering')
    ? [5, 'What it deletes is gone.']
    : [0, 'Nothing stops.'];
}

function accountabilityOf(categories: readonly Stride[], { isOpen }: OperationFacts): readonly [number, string] {
  if (categories.includes('repudiation')) return [9, 'That it can be denied is what it is about.'];
  if (isOpen) return [9, 'Nobody has to log in, so nobody can be named.'];
  return categories.includes('spoofing')
    ? [9, 'Who does it passes for somebody else.']
    : [7, 'Callers log in; whether what they do is recorded, a description does not tell.'];
}

interface Stake {
  readonly handles: string;
  readonly reputation: number;
  readonly compliance: number;
  readonly isAboutPeople: boolean;
}

const STAKES: Readonly<Record<Sensitivity | 'none', Stake>> = {
  grave: { handles: 'secrets, cards or special categories of data', reputation: 5, compliance: 7, isAboutPeople: true },
  personal: { handles: 'personal or financial data', reputation: 5, compliance: 5, isAboutPeople: true },
  business: { handles: 'what a business keeps to itself', reputation: 4, compliance: 2, isAboutPeople: false },
  none: { handles: 'no data that is known to be sensitive', reputation: 1, compliance: 2, isAboutPeople: false },
};

/** What the business may lose, guessed from data and reach. It counts where people have said a number of it. */
export function businessFactors(item: Case, { classes, sensitivity }: OperationFacts): readonly Factor[] {
  const [damage, , , affected] = dreadOf(item);
  const { handles, reputation, compliance, isAboutPeople } = STAKES[sensitivity ?? 'none'];
  const isMoney = classes.has('payment') || classes.has('financial');
  return [
    isMoney
      ? fact('financial', 7, 'It handles payments or financial data.')
      : fact('financial', damage >= 7 ? 3 : 1, `It handles no money; DREAD’s damage is ${damage} of 10.`),
    fact('reputation', reputation, `It handles ${handles}.`),
    fact('compliance', compliance, `It handles ${handles}.`),
    isAboutPeople
      ? fact('privacy', peopleOf(affected), `It handles ${handles}; DREAD’s affected is ${affected} of 10.`)
      : fact('privacy', 0, 'It handles no data about people that is known to be sensitive.'),
  ];
}

/** One person, hundreds or thousands. */
function peopleOf(affected: number): number {
  if (affected >= 8) return 7;
  return affected >= 5 ? 5 : 3;
}

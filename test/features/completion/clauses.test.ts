import { describe, expect, it } from 'vitest';
import { studioModel } from '../../coverage/goals/studio';
import { accepted, complete, itemNamed, labels, problemsWith } from '../../support/complete';

const GOAL = 'goals: { gdpr: { regulation: GDPR, protects: member } }\n';
const at = (statement: string) =>
  complete(studioModel(`${GOAL}mitigations:\n  m: { status: implemented, covers: ${statement} }\n`));

describe('Completion knows the questions of regulations', () => {
  it('as whole statements, where nothing answers them', () => {
    const offered = at('$0');
    expect(itemNamed(offered, 'right-to-erasure on member').detail).toBe(
      'GDPR Art 17 · Can what is kept of a person be erased when they ask for it?',
    );
    expect(labels(offered)).not.toContain('privacy-by-design on member');
    expect(labels(complete(studioModel('mitigations:\n  m: { status: implemented, covers: $0 }\n')))).not.toContain(
      'right-to-erasure on member',
    );
  });

  it('by their names beside others, and what is accepted reads', () => {
    const offered = at('data-minimisation and $0 on member');
    expect(labels(offered)).toContain('privacy-by-design');
    expect(labels(offered)).not.toContain('data-minimisation');
    const text = accepted(offered, 'right-to-erasure');
    expect(text).toContain('covers: data-minimisation and right-to-erasure on member');
    expect(problemsWith(offered, text)).toEqual([]);
  });

  it('and where they are answered: at a goal, at data', () => {
    const offered = at('right-to-erasure on $0');
    expect(labels(offered)).toEqual(expect.arrayContaining(['gdpr', 'member']));
    expect(problemsWith(offered, accepted(offered, 'gdpr'))).toEqual([]);
  });

  it('and says what a regulation will ask', () => {
    const offered = complete(studioModel('goals: { g: { regulation: $0, protects: member } }\n'));
    expect(itemNamed(offered, 'HIPAA').detail).toBe(
      'least privilege, an audit trail, integrity, authentication, encryption in transit',
    );
  });
});

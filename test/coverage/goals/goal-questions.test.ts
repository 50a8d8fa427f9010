import { describe, expect, it } from 'vitest';
import { goalReports } from '../../../server/src/core/coverage';
import { checkFindings, load } from '../../support/check';
import { STUDIO, studioModel } from './studio';

const CODE = 'unanswered-regulation';
const check = (rest: string, description?: string) => checkFindings(studioModel(rest, description), { codes: [CODE] });

/** The questions of the only goal as `id state`. */
function questions(rest: string, description?: string): string[] {
  const reports = goalReports(load(studioModel(rest, description)).analysis);
  return reports.flatMap((report) => report.questions.map(({ clause, state }) => `${clause.id} ${state}`));
}

const stateOf = (id: string, rest: string, description?: string) =>
  questions(rest, description)
    .find((one) => one.startsWith(`${id} `))
    ?.slice(id.length + 1);

describe('The regulation behind a goal', () => {
  it('asks its questions once, at the goal', () => {
    check(`goals:
  gdpr: { regulation: GDPR, protects: member }
# ^^^^ information unanswered-regulation: GDPR asks 5 things of \`member\` that nothing answers: minimisation (Art 5(1)(c)), transparency (Art 13-15), erasure (Art 17), records of processing (Art 30), security (Art 32). Say what is done about it, as in \`covers: data-minimisation on member\`
  cards: { regulation: PCI-DSS v4.0, protects: [card, operation pay] }
# ^^^^^ information unanswered-regulation: PCI DSS asks 4 things of \`card\` and \`operation pay\`
`);
  });

  it('asks nothing where it is a label, and nothing of what is not there', () => {
    check(`goals:
  ours: { regulation: Rules of the house, protects: member }
  plain: { property: availability, protects: studio }
  ahead: { regulation: HIPAA, protects: nothing-yet }
  gdpr: { regulation: GDPR, protects: nobody }
`);
    check('goals: { gdpr: { regulation: GDPR, protects: member } }\n', '');
  });

  it('asks of an API what handles data of its kind', () => {
    const { analysis } = load(studioModel('goals: { cards: { regulation: PCI DSS, protects: studio } }\n'));
    expect(goalReports(analysis).map(({ operations }) => operations)).toEqual([1]);
    const all = load(studioModel('goals: { soc: { regulation: SOC 2, protects: studio } }\n'));
    expect(goalReports(all.analysis).map(({ operations }) => operations)).toEqual([4]);
  });

  it('asks for an impact assessment where the data is as sensitive', () => {
    const goal = 'goals: { gdpr: { regulation: GDPR, protects: member } }\n';
    expect(stateOf('impact-assessment', goal)).toBeUndefined();
    const special = studioModel(goal).replace('class: personal', 'class: special');
    const [report] = goalReports(load(special).analysis);
    expect(report?.questions.map(({ clause }) => clause.id)).toContain('impact-assessment');
  });

  it('asks a goal for one property what is about it', () => {
    const ids = questions('goals: { g: { regulation: HIPAA, property: integrity, protects: member } }\n');
    expect(ids.map((one) => one.split(' ')[0])).toEqual(['data-integrity', 'encryption-in-transit']);
  });

  it('is asked where a model includes the goal', () => {
    const shared = '//- shared.threats.yaml\nstridewise: 1\ngoals: { gdpr: { regulation: GDPR, protects: member } }\n';
    const mark = '#        ^^^^^^^^^^^^^^^^^^^^^ information unanswered-regulation: GDPR asks 5 things of `member`\n';
    checkFindings(`${studioModel(`include: ./shared.threats.yaml\n${mark}`)}${shared}`, { codes: [CODE] });
  });
});

const GOAL = 'goals: { gdpr: { regulation: GDPR, protects: member } }\n';

describe('A question of a regulation', () => {
  it('is answered by its name', () => {
    const answered = (entry: string) => stateOf('right-to-erasure', `${GOAL}${entry}\n`);
    expect(answered('mitigations: { e: { covers: right-to-erasure on member, status: implemented } }')).toBe(
      'mitigated',
    );
    expect(answered('mitigations: { e: { covers: right-to-erasure on gdpr, status: implemented } }')).toBe('mitigated');
    expect(
      answered('mitigations: { e: { covers: right-to-erasure on studio, status: planned, due: 2099-01-01 } }'),
    ).toBe('planned');
    expect(answered('notApplicable: { right-to-erasure on member: The law makes us keep it for ten years }')).toBe(
      'not-applicable',
    );
    expect(
      answered('assumptions: { a: { title: T, covers: right-to-erasure on member, owner: dpo, until: 2099-01-01 } }'),
    ).toBe('assumed');
    const accept =
      'strategy: accept, covers: right-to-erasure on member, reason: By hand, owner: dpo, until: 2099-01-01';
    expect(answered(`mitigations: { e: { ${accept} } }`)).toBe('accepted');
  });

  it('is open where only some operations have an answer, or the answer does not count', () => {
    const answered = (entry: string) => stateOf('right-to-erasure', `${GOAL}${entry}\n`);
    expect(
      answered('mitigations: { e: { covers: right-to-erasure on operation getMember, status: implemented } }'),
    ).toBe('unanswered');
    expect(
      answered(
        'mitigations: { e: { covers: right-to-erasure on member, except: operation getMember, status: implemented } }',
      ),
    ).toBe('unanswered');
    expect(answered('mitigations: { e: { covers: right-to-erasure on member, status: verified } }')).toBe('unanswered');
    expect(answered('notApplicable: { right-to-erasure on member: TODO }')).toBe('unanswered');
    const here = 'environments: { live: https://a.example, test: https://b.example }\n';
    expect(
      answered(`${here}mitigations: { e: { covers: right-to-erasure on member, status: implemented, in: test } }`),
    ).toBe('unanswered');
  });

  it('is answered by what the description shows, and open where that shows the contrary', () => {
    const erasing = STUDIO.replace(
      '  /payments:',
      '    delete: { operationId: forget, responses: { "204": { description: Gone } } }\n  /payments:',
    );
    expect(stateOf('right-to-erasure', GOAL, erasing)).toBe('controlled');
    const soc = 'goals: { soc: { regulation: SOC 2, protects: member } }\n';
    expect(stateOf('encryption-in-transit', soc)).toBe('controlled');
    expect(stateOf('encryption-in-transit', soc, STUDIO.replace('https:', 'http:'))).toBe('threatened');
    expect(
      stateOf(
        'encryption-in-transit',
        `${soc}mitigations: { t: { control: transport-encryption, covers: studio, status: missing } }\n`,
      ),
    ).toBe('threatened');
  });

  it('is answered by the questions of its categories', () => {
    const hipaa = 'goals: { h: { regulation: HIPAA, protects: member } }\n';
    expect(stateOf('data-integrity', hipaa)).toBe('unanswered');
    expect(
      stateOf('data-integrity', `${hipaa}mitigations: { m: { covers: tampering on studio, status: implemented } }\n`),
    ).toBe('mitigated');
    const found = `${hipaa}threats: { t: { title: T, affects: operation getMember, stride: tampering } }\nmitigations: { m: { covers: tampering on operation changeMember, status: implemented } }\n`;
    expect(stateOf('data-integrity', found)).toBe('threatened');
  });

  it('about who receives data is answered by flows and components', () => {
    const drawn = `${GOAL}zones: { in: trusted }\ncomponents: { db: { kind: datastore, zone: in, holds: member } }\n`;
    expect(stateOf('processing-records', GOAL)).toBe('unanswered');
    expect(stateOf('processing-records', drawn)).toBe('controlled');
  });

  it('about card codes is answered where nothing handles them', () => {
    const cards = 'goals: { cards: { regulation: PCI DSS, protects: card } }\n';
    const taking = STUDIO.replace('{ cardNumber:', '{ cvv: { type: string }, cardNumber:');
    const showing = STUDIO.replace('{ email:', '{ cardPin: { type: string }, email:');
    expect(stateOf('no-card-codes-kept', cards)).toBe('controlled');
    expect(stateOf('no-card-codes-kept', cards, taking)).toBe('unanswered');
    expect(stateOf('no-card-codes-kept', cards.replace('card }', 'operation getMember }'), showing)).toBe('threatened');
  });

  it('is no rule elsewhere', () => {
    const rest = `goals: { gdpr: { regulation: GDPR, protects: member } }
mitigations:
  a: { covers: right-to-erasur on member, status: implemented }
#              ^^^^^^^^^^^^^^^ error unknown-rule: did you mean \`right-to-erasure\`?
rules: { right-to-erasure: { level: off, reason: R } }
#        ^^^^^^^^^^^^^^^^ error unknown-rule: \`right-to-erasure\` is no rule
`;
    checkFindings(studioModel(rest), { codes: ['unknown-rule'] });
  });
});

import { describe, expect, it } from 'vitest';
import { hoverFor } from '../../../server/src/core/index';
import { studioModel } from '../../coverage/goals/studio';
import { load, TODAY } from '../../support/check';

function hover(rest: string): string {
  const { workspace, analysis, cursor } = load(studioModel(rest));
  if (cursor === null) throw new Error('no cursor');
  const found = hoverFor(workspace, analysis, cursor.uri, cursor, { today: TODAY });
  return (found?.markdown ?? '').replaceAll(/\\([^\w\s])/g, '$1');
}

describe('A hover', () => {
  it('on a goal shows how it stands, each question with its state, and what is against it', () => {
    const text = hover(
      'goals:\n  $0gdpr: { regulation: GDPR, protects: member }\nmitigations: { e: { covers: right-to-erasure on member, status: implemented } }\n',
    );
    expect(text).toContain('**broken**: 1 breaks it, 4 questions are unanswered');
    expect(text).toContain('What GDPR asks, by our reading of Regulation (EU) 2016/679:');
    expect(text).toContain('- Art 5(1)(c) minimisation (data-minimisation): nobody has answered yet');
    expect(text).toContain('- Art 17 erasure (right-to-erasure): mitigated: e');
    expect(text).toContain('- Art 25 protection by design (privacy-by-design): open');
    expect(text).toMatch(/Against it:\n- 2 operations take a reference to a member .* \(GDPR Art 25, breaks it\)/);
    expect(text).not.toMatch(/complian/i);
  });

  it('on a regulation lists what it asks, and on a question who asks it', () => {
    expect(hover('goals: { g: { regulation: $0PCI DSS, protects: card } }\n')).toContain(
      '- 4.2 Is every way that it takes encrypted? `encryption-in-transit`',
    );
    expect(hover('goals: { g: { regulation: $0Ours, protects: card } }\n')).toContain('a law or standard of your own');
    expect(hover('mitigations: { e: { covers: $0encryption-in-transit on member, status: implemented } }\n')).toContain(
      'Our reading of PCI DSS 4.2, HIPAA 164.312(e)(1) and SOC 2 CC6.7.',
    );
  });
});

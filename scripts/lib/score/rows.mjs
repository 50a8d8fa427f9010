// Findings as the rows that the scorer of the known flaws reads: one a finding and operation.

const LETTERS = {
  spoofing: 'S',
  tampering: 'T',
  repudiation: 'R',
  'information-disclosure': 'I',
  'denial-of-service': 'D',
  'elevation-of-privilege': 'E',
};
/** Only the edition of 2019 speaks of injection and of logging. */
const ONLY_2019 = ['API8:2019', 'API10:2019'];

const owaspOf = (ids) => ids.find((id) => id.endsWith(':2023')) ?? ids.find((id) => ONLY_2019.includes(id)) ?? '';

/** What a report claims: questions that nobody answered and answered findings are no claims. */
export const claims = ({ findings }) =>
  findings.filter(({ rule, severity }) => rule !== 'unanswered' && severity !== 'hint');

/** `by`: the risk method whose figures count; by default the one that ranks. */
export function rowsOf(set, spec, report, by) {
  return claims(report).flatMap((finding) =>
    finding.operations.map(({ method, path }) => ({
      set,
      spec,
      method,
      path,
      owasp: owaspOf(finding.owasp),
      stride: finding.stride.map((category) => LETTERS[category]),
      cwe: finding.cwe.map((id) => `CWE-${id}`),
      score: residualOf(finding, by) / 10,
      rule: finding.rule,
    })),
  );
}

function residualOf({ risk, methods = [] }, method) {
  return (methods.find((one) => one.method === method) ?? risk).residual;
}

/** Residual risk summed over the rows. */
export const riskOf = (rows) => rows.reduce((sum, { score }) => sum + score * 10, 0);

// The results of all runners in one count.

/** Collects results; `line` is the last line of `npm test`. */
export class Tally {
  results = [];

  /** Adds results of one runner and prints what did not pass, and what a passing case had to say. */
  add(runner, results) {
    for (const result of results) {
      this.results.push(result);
      if (result.outcome !== 'passed') console.log(`${result.outcome}: ${runner}: ${result.name}`);
      else if (result.detail) console.log(`passed: ${runner}: ${result.name} (${result.detail})`);
      if (result.outcome !== 'passed' && result.detail) console.log(result.detail.replace(/^/gm, '    '));
    }
    console.log(`${runner}: ${countLine(results)}`);
  }

  get failed() {
    return this.results.some(({ outcome }) => outcome === 'failed');
  }

  get line() {
    return countLine(this.results);
  }
}

function countLine(results) {
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}

const outcomes = { passed: 'passed', failed: 'failed' };

/** The results in a report of vitest's json reporter; a file that could not even load counts as one failure. */
export function vitestResults({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (assertionResults.length === 0 && status === 'failed') return [{ name, outcome: 'failed', detail: message }];
    return assertionResults.map(({ fullName, status: outcome, failureMessages }) => ({
      name: fullName,
      outcome: outcomes[outcome] ?? 'skipped',
      detail: failureMessages?.join('\n') ?? '',
    }));
  });
}

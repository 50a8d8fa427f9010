import { escapeMarkdown, type Finding, type Rule } from '../core';

const FACTORS = ['Damage', 'Reproducibility', 'Exploitability', 'Affected users', 'Discoverability'];

/** A finding in words, as a page of Markdown: for people who never heard of STRIDE. Text from files is escaped. */
export function explanationOf(finding: Finding): string {
  const { definition, risk, state } = finding;
  return [
    `# ${escapeMarkdown(finding.title)}`,
    escapeMarkdown(finding.message),
    finding.lacking === '' ? '' : escapeMarkdown(finding.lacking),
    `Risk: **${risk.residual.toFixed(1)}** of 10 (${risk.level}); before what answers it: ${risk.inherent.toFixed(1)}. ` +
      `State: ${state}. Category: ${finding.stride.join(', ')}.`,
    ...(definition ? ruleSections(definition) : []),
    ...dreadSection(finding),
    ...operationsSection(finding),
    references(finding),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function ruleSections({ impact, mend, falsePositive, stubs }: Rule): string[] {
  return [
    '## What can happen',
    impact,
    '## What can be done',
    mend,
    [
      `- Reduce: ${stubs.reduce}`,
      `- Transfer: ${stubs.transfer}`,
      `- Avoid: ${stubs.avoid}`,
      `- Accept: ${stubs.accept}`,
    ].join('\n'),
    '## When this is wrong',
    falsePositive,
  ];
}

function dreadSection({ dread, definition }: Finding): string[] {
  if (!dread) return [];
  const rows = FACTORS.map((name, index) => {
    const usual = definition?.dread[index] === dread[index];
    return `| ${name} | ${dread[index]} | ${usual ? (definition?.dreadReasons[index] ?? '') : 'as this operation or the model says'} |`;
  });
  return ['## Where the number comes from', ['| DREAD factor | 0-10 | Why |', '|---|---|---|', ...rows].join('\n')];
}

function operationsSection({ operations }: Finding): string[] {
  if (operations.length < 2) return [];
  const lines = operations.map(({ method, path }) => `- ${escapeMarkdown(`${method} ${path}`)}`);
  return [`## The ${operations.length} operations`, lines.join('\n')];
}

function references({ owasp, cwe }: Finding): string {
  const weaknesses = cwe.map((id) => `[CWE-${id}](https://cwe.mitre.org/data/definitions/${id}.html)`);
  return [...owasp, ...weaknesses].join(' · ');
}

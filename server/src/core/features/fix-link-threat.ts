import type { ApiAnalysis, Finding } from '../coverage/types';
import { insertKey } from '../model';
import type { ModelThreat } from '../model/types';
import type { Workspace } from '../workspace';
import type { Fix } from './diagnostic';

/**
 * For a finding that looks like a threat that people wrote: the threat is made what the rule finds, so that both are one, with the
 * threat's title and numbers.
 */
export function linkThreatFixes(workspace: Workspace, api: ApiAnalysis, finding: Finding): Fix[] {
  if (finding.definition === null || finding.threat !== null) return [];
  const threats = api.findings.flatMap((other) =>
    isLike(other, finding) && other.threat !== null ? other.threat : [],
  );
  return [...new Set(threats)].flatMap((threat) => fixOf(workspace, finding, threat));
}

/** A threat of the rule's category, without a rule of its own, wherever the rule finds this. */
function isLike({ rule, threat, operations }: Finding, finding: Finding): boolean {
  const category = finding.definition?.stride[0];
  if (rule !== 'written-threat' || threat === null || threat.rule !== '' || category === undefined) return false;
  if (!threat.stride.includes(category) || !threat.affects.some((place) => fitsPart(place.where, finding.part)))
    return false;
  const there = new Set(operations);
  return finding.operations.every((operation) => there.has(operation));
}

function fitsPart(where: ModelThreat['affects'][number]['where'], part: string): boolean {
  if (where.kind === 'cause') return false;
  if (where.kind !== 'operations' || where.part === '') return true;
  return part === where.part || part.startsWith(`${where.part}.`);
}

function fixOf(workspace: Workspace, { rule }: Finding, { id, at }: ModelThreat): Fix[] {
  const document = workspace.get(at.uri);
  const edit = document === undefined ? null : insertKey(document, { section: 'threats', entry: id }, 'rule', rule);
  if (edit === null) return [];
  const title = `This is the threat \`${id}\`: give it the rule`;
  return [{ title, kind: 'quickfix', diagnostics: [rule], edits: [{ uri: at.uri, edits: [edit] }], preferred: false }];
}

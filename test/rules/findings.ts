import { describe as read } from '../../server/src/core/openapi';
import type { Operation } from '../../server/src/core/openapi/types';
import { evidenceOn, RULES } from '../../server/src/core/rules';
import type { Evidence, Exposure } from '../../server/src/core/rules/types';
import { openDocument } from '../../server/src/core/text';

export interface RuleFinding {
  readonly rule: string;
  readonly operation: Operation;
  readonly evidence: Evidence;
}

/** What every rule says of a specification's text. */
export function findings(text: string, exposure: Exposure = 'internet'): readonly RuleFinding[] {
  const uri = 'file:///openapi.yaml';
  const document = openDocument(uri, text);
  const description = read({ get: (name) => (name === uri ? document : undefined) }, uri);
  if (description === null) throw new Error('The text is no OpenAPI description.');
  return description.operations.flatMap((operation) =>
    RULES.flatMap((rule) => {
      const evidence = evidenceOn(rule, operation, { description, exposure });
      return evidence === null ? [] : [{ rule: rule.id, operation, evidence }];
    }),
  );
}

/** `GET /orders: rule (part)`, sorted. */
export function summary(text: string): readonly string[] {
  return findings(text)
    .map(
      ({ rule, operation, evidence }) =>
        `${operation.method} ${operation.path}: ${rule}${evidence.part && ` (${evidence.part})`}`,
    )
    .sort();
}

import type { Operation } from '../../openapi/types';

/** The place that names an operation, as the language writes it: `store GET /orders/{id}`, `webhook orderShipped`. */
export function operationText(operation: Operation, apiId = ''): string {
  const api = apiId === '' ? '' : `${apiId} `;
  if (operation.kind !== 'operation')
    return `${api}${operation.kind} ${operation.name === '' ? operation.path : operation.name}`;
  return `${api}${operation.method} ${operation.path.replaceAll(' ', '%20')}`;
}

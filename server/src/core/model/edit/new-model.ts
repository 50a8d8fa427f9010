import { blockScalar } from './scalars';

/** The text of a new model. `extra` is appended as it is: comments, further entries. */
export function newModel(
  title: string,
  apis: readonly { readonly id: string; readonly spec: string }[],
  extra = '',
): string {
  const lines = ['stridewise: 1', `title: ${blockScalar(title)}`];
  if (apis.length > 0) lines.push('', 'apis:');
  for (const { id, spec } of apis) lines.push(`  ${id}:`, `    spec: ${blockScalar(spec)}`);
  return `${lines.join('\n')}\n${extra === '' ? '' : `\n${extra.replace(/\n*$/, '\n')}`}`;
}

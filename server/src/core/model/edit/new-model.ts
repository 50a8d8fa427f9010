import { yamlText } from './text';

export interface NewApi {
  readonly id: string;
  readonly spec: string;
  readonly exposure?: string;
}

/** The text of a first model: the APIs that it is about, then `extra` (whole lines) as it is. */
export function newModel(title: string, apis: readonly NewApi[], extra = ''): string {
  const lines = ['stridewise: 1', `title: ${yamlText(title)}`, '', 'apis:'];
  for (const api of apis) {
    lines.push(`  ${api.id}:`, `    spec: ${yamlText(api.spec)}`);
    if (api.exposure) lines.push(`    exposure: ${api.exposure}`);
    lines.push('    lifecycle: production');
  }
  return `${lines.join('\n')}\n${extra === '' ? '' : `\n${extra}`}`;
}

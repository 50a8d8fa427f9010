import type { Operation } from '../../openapi/types';

/** The statement that names one operation: by its path where a path names it, else by its name. */
export function operationText(operation: Operation, api = ''): string {
  const prefix = api === '' ? '' : `${api} `;
  if (operation.kind !== 'operation') return `${prefix}${operation.kind} ${operation.name}`;
  return `${prefix}${operation.method} ${operation.path.replaceAll(' ', '%20')}`;
}

/** A text as a YAML scalar that stands alone on its line, quoted only where YAML asks for it. */
export function yamlText(text: string): string {
  const flat = text.replace(/[\r\n\t]+/g, ' ').trim();
  const safe =
    /^[A-Za-z0-9/({][^#:]*$/.test(flat) &&
    !/^(true|false|null|yes|no|on|off|~)$/i.test(flat) &&
    !/^[\d.+-]+$/.test(flat);
  if (flat === '') return '""';
  if (safe && !flat.startsWith('{')) return flat;
  return JSON.stringify(flat);
}

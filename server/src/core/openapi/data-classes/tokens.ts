/** The words of a name in camelCase, PascalCase, snake_case, kebab-case or dotted, lower-cased and without accents. */
export function tokensOf(name: string): readonly string[] {
  // Most names are plain: one word, or words with underscores.
  if (/^[a-z0-9_]+$/.test(name)) return name.includes('_') ? name.split('_').filter((word) => word !== '') : [name];
  return withoutAccents(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function withoutAccents(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII.
  if (/^[\x00-\x7f]*$/.test(name)) return name;
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss');
}

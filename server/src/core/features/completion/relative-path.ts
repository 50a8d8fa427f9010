/** The path from a file to another, as a model writes it: `./openapi.yaml`; null where no path leads there. */
export function relativePath(from: string, to: string): string | null {
  const [, root = '', own = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/is.exec(from) ?? [];
  if (root === '' || !to.startsWith(`${root}/`)) return null;
  const here = own.split('/').slice(0, -1);
  const there = to.slice(root.length).split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const up = here.slice(shared).map(() => '..');
  const path = [...(up.length === 0 ? ['.'] : up), ...there.slice(shared)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

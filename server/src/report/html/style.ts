import { pictureStyle, variablesOf } from '../../pictures';

/** The style sheet of a report: light or dark as the reader's system is, light on paper. */
export function reportStyle(): string {
  return [
    `:root { color-scheme: light dark; ${variablesOf('light')} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${variablesOf('dark')} } }`,
    `@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${variablesOf('contrast')} } }`,
    PAGE,
    pictureStyle(),
  ].join('\n');
}

const PAGE = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--sw-background); color: var(--sw-text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
main { max-width: 1160px; margin: 0 auto; padding: 32px 28px 64px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 6px; }
h2 { font-size: 21px; margin: 44px 0 12px; padding-top: 16px; border-top: 1px solid var(--sw-line); }
h3 { font-size: 16px; margin: 24px 0 8px; }
p { margin: 8px 0; max-width: 100ch; }
a { color: var(--sw-accent); }
nav a { margin-right: 16px; }
code { font-family: ui-monospace, "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.92em; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 8px 0; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.plain th { border-bottom: 1px solid var(--sw-line); font-weight: 600; }
.lead { font-size: 16px; }
.muted, .where { color: var(--sw-muted); }
.scroll { overflow-x: auto; }
.whole { white-space: nowrap; }
.badge { display: inline-block; min-width: 38px; border-radius: 6px; padding: 0 6px; text-align: center; font-weight: 600; font-size: 13px; }
details.threat { border: 1px solid var(--sw-line); border-radius: 8px; margin: 6px 0; background: var(--sw-surface); }
details.threat:target { outline: 2px solid var(--sw-accent); }
details.threat > summary { cursor: pointer; padding: 8px 12px; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
details.threat > summary .grow { flex: 1 1 320px; }
details.threat > div { padding: 0 16px 12px; }
details > summary:focus-visible, a:focus-visible { outline: 2px solid var(--sw-accent); outline-offset: 2px; }
${badges()}
@media print { main { max-width: none; padding: 0; } h2 { break-after: avoid; } details.threat { break-inside: avoid; } }
`;

function badges(): string {
  const levels = ['critical', 'high', 'medium', 'low', 'note'];
  return levels
    .map((level) => {
      const on = `var(--sw-on${level.charAt(0).toUpperCase()}${level.slice(1)})`;
      return `.badge.is-${level} { background: var(--sw-${level}); color: ${on}; }
.badge.was-${level} { box-shadow: inset 0 0 0 2px var(--sw-${level}); color: var(--sw-text); }`;
    })
    .join('\n');
}

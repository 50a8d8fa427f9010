import { COLOURS, type Colours, type Theme, VARIABLES } from './colours';

const LEVELS = ['critical', 'high', 'medium', 'low', 'note'] as const;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

/**
 * The style sheet of all pictures, for a page that sets the custom properties of `VARIABLES` (or leaves them light); for a theme,
 * with its colours written out: programs for slides know no custom properties.
 */
export function pictureStyle(theme: Theme | null = null): string {
  return rulesWith(theme === null ? VARIABLES : COLOURS[theme]);
}

function rulesWith(c: Colours): string {
  return [
    `.sw-picture { background: ${c.background}; font-family: ${FONT}; max-width: 100%; height: auto; }`,
    `.sw-picture text { fill: ${c.text}; font-size: 13px; }`,
    '.sw-picture .sw-strong { font-weight: 600; }',
    `.sw-picture .sw-muted { fill: ${c.muted}; }`,
    '.sw-picture .sw-small { font-size: 11px; }',
    '.sw-picture .sw-large { font-size: 20px; font-weight: 600; }',
    '.sw-picture .sw-middle { text-anchor: middle; }',
    '.sw-picture .sw-end { text-anchor: end; }',
    `.sw-back { fill: ${c.background}; }`,
    `.sw-grid { fill: none; stroke: ${c.line}; stroke-width: 0.75; }`,
    ...diagramRules(c),
    ...levelRules(c),
    `.sw-picture a:focus { outline: none; }`,
    `.sw-picture a:focus-visible .sw-hit, .sw-picture a:hover .sw-hit { stroke: ${c.accent}; stroke-width: 2.5; }`,
  ].join('\n');
}

function diagramRules(c: Colours): string[] {
  return [
    `.sw-zone { stroke: ${c.boundary}; stroke-width: 1.5; stroke-dasharray: 7 5; fill: ${c.surface}; }`,
    `.sw-zone.sw-untrusted { fill: ${c.untrusted}; }`,
    `.sw-zone.sw-semi-trusted { fill: ${c.semi}; }`,
    `.sw-zone.sw-trusted { fill: ${c.trusted}; }`,
    `.sw-picture .sw-zone-name { fill: ${c.boundary}; font-size: 12px; font-weight: 600; }`,
    `.sw-node { fill: ${c.surface}; stroke: ${c.line}; stroke-width: 1.25; filter: drop-shadow(0 1px 2px rgb(0 0 0 / 0.18)); }`,
    `.sw-node.sw-api { stroke: ${c.accent}; stroke-width: 2; }`,
    '.sw-guessed { stroke-dasharray: 3 3; }',
    `.sw-icon { fill: none; stroke: ${c.muted}; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }`,
    `.sw-icon.sw-api { stroke: ${c.accent}; }`,
    `.sw-edge { fill: none; stroke: ${c.line}; stroke-width: 1.5; }`,
    `.sw-edge.sw-crosses { stroke: ${c.text}; stroke-width: 1.75; }`,
    `.sw-edge.sw-clear { stroke: ${c.boundary}; stroke-width: 2; }`,
    `.sw-arrow { fill: ${c.line}; stroke: none; }`,
    `.sw-arrow.sw-crosses { fill: ${c.text}; }`,
    `.sw-arrow.sw-clear { fill: ${c.boundary}; }`,
    `.sw-label { fill: ${c.surface}; stroke: ${c.line}; stroke-width: 0.5; }`,
    `.sw-picture .sw-alarm { fill: ${c.boundary}; font-weight: 600; }`,
    '.sw-picture .sw-guess { font-style: italic; }',
  ];
}

function levelRules(c: Colours): string[] {
  const on = {
    critical: c.onCritical,
    high: c.onHigh,
    medium: c.onMedium,
    low: c.onLow,
    note: c.onNote,
  };
  return LEVELS.flatMap((level) => [
    `.sw-fill-${level} { fill: ${c[level]}; }`,
    `.sw-tint-${level} { fill: ${c[level]}; fill-opacity: 0.22; }`,
    `.sw-line-${level} { fill: ${c.surface}; stroke: ${c[level]}; stroke-width: 1.5; }`,
    `.sw-picture .sw-on-${level} { fill: ${on[level]}; }`,
  ]);
}

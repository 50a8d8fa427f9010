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
    ...diagramRules(c),
    ...levelRules(c),
    ...chartRules(c),
    ...listRules(c),
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

function chartRules(c: Colours): string[] {
  return [
    `.sw-rail { fill: ${c.line}; fill-opacity: 0.18; }`,
    `.sw-bar { fill: ${c.accent}; }`,
    `.sw-bought { fill: ${c.good}; fill-opacity: 0.35; stroke: ${c.good}; stroke-dasharray: 3 3; }`,
    `.sw-whisker { stroke: ${c.text}; stroke-width: 1.5; }`,
    `.sw-answered { fill: ${c.surface}; stroke: ${c.good}; stroke-width: 1.25; }`,
    `.sw-asked { fill: ${c.surface}; stroke: ${c.line}; stroke-width: 1; stroke-dasharray: 3 3; }`,
    `.sw-quiet { fill: ${c.line}; fill-opacity: 0.12; }`,
    `.sw-picture .sw-good { fill: ${c.good}; }`,
  ];
}

/** Of what is HTML. */
function listRules(c: Colours): string[] {
  const square = (name: string, background: string, colour: string, border: string) =>
    `.sw-heat .${name} { background: ${background}; color: ${colour}; box-shadow: inset 0 0 0 1px ${border}; }`;
  return [
    `.sw-heat { border-collapse: separate; border-spacing: 2px; color: ${c.text}; }`,
    '.sw-heat caption { text-align: left; font-weight: 600; padding: 6px 2px; }',
    '.sw-heat th { font-weight: 600; padding: 3px 8px; text-align: left; }',
    '.sw-heat tbody th { font-weight: 400; overflow-wrap: anywhere; }',
    '.sw-heat td { min-width: 64px; border-radius: 4px; text-align: center; font-weight: 600; padding: 2px 6px; }',
    `.sw-heat th a { color: ${c.accent}; }`,
    '.sw-heat td a { color: inherit; text-decoration: none; display: block; }',
    `.sw-heat a:focus-visible { outline: 2px solid ${c.accent}; outline-offset: 2px; }`,
    ...LEVELS.flatMap((level) => [
      square(`sw-fill-${level}`, c[level], onOf(c)[level], c[level]),
      square(`sw-line-${level}`, c.surface, c.text, c[level]),
    ]),
    square('sw-answered', c.surface, c.good, c.good),
    square('sw-asked', c.surface, c.muted, c.line),
    square('sw-quiet', c.background, c.muted, c.background),
    '.sw-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }',
    `.sw-note { color: ${c.muted}; }`,
    '.sw-paths li { margin: 2px 0; }',
  ];
}

function onOf(c: Colours): Readonly<Record<(typeof LEVELS)[number], string>> {
  return { critical: c.onCritical, high: c.onHigh, medium: c.onMedium, low: c.onLow, note: c.onNote };
}

function levelRules(c: Colours): string[] {
  return LEVELS.flatMap((level) => [
    `.sw-fill-${level} { fill: ${c[level]}; }`,
    `.sw-tint-${level} { fill: ${c[level]}; fill-opacity: 0.22; }`,
    `.sw-line-${level} { fill: ${c.surface}; stroke: ${c[level]}; stroke-width: 1.5; }`,
    `.sw-picture .sw-on-${level} { fill: ${onOf(c)[level]}; }`,
  ]);
}

// How much is said of descriptions that professionals publish, with no model beside them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from '../say.mjs';
import { aligned, atMost } from './bars.mjs';

/** Folders of a corpus that are measured; each holds one description, in one file or several. */
export const NAMES = ['github', 'stripe', 'digitalocean', 'datadog', 'okta', 'openai', 'slack'];

/** A root key of either format; in JSON it may stand anywhere. */
const ROOT = /^(openapi|swagger)\s*:|"(openapi|swagger)"\s*:\s*"[23]\.\d/m;

/** The first description of a folder, by name. */
export function descriptionIn(folder) {
  if (!existsSync(folder)) throw new Missing(`${folder} does not exist.`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const named = files.filter((file) => /\.(ya?ml|json)$/.test(file)).map((file) => join(folder, file));
  const found = named.find((file) => ROOT.test(readFileSync(file, 'utf8')));
  if (found === undefined) throw new Missing(`${folder} holds no OpenAPI description.`);
  return found;
}

/** Counts of a report: operations, findings of weight, findings of any, and the share of operations of each rule. */
export function countsOf({ findings, apis }) {
  const operations = apis.reduce((sum, api) => sum + api.operations, 0);
  const shown = findings.filter(({ severity }) => severity !== 'hint');
  const weighty = shown.filter(({ severity }) => severity === 'warning' || severity === 'error');
  return { operations, weighty: weighty.length, shown: shown.length, shares: sharesOf(shown, operations) };
}

const key = ({ method, path }) => `${method} ${path}`;

/** By rule: how many of the operations it touches by itself, and through a cause that operations share. */
function sharesOf(findings, operations) {
  const touched = new Map();
  for (const { rule, operations: own } of findings) {
    if (rule === 'unanswered') continue;
    const sets = touched.get(rule) ?? { alone: new Set(), shared: new Set() };
    for (const operation of own) sets[own.length === 1 ? 'alone' : 'shared'].add(key(operation));
    touched.set(rule, sets);
  }
  return [...touched].map(([rule, { alone, shared }]) => ({
    rule,
    alone: alone.size / operations,
    shared: shared.size / operations,
  }));
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** Bars of one description. */
export function corpusRows(name, { operations, weighty, shown, shares }) {
  const loudest = shares.reduce((most, one) => (one.alone > most.alone ? one : most), { rule: 'none', alone: 0 });
  return [
    atMost(`${name}: warnings and errors an operation, of ${operations}`, weighty / operations, 0.4, 3),
    atMost(`${name}: diagnostics an operation`, shown / operations, 0.8, 3),
    atMost(`${name}: loudest rule (${loudest.rule}), % of operations`, 100 * loudest.alone, 30, 1),
  ];
}

/** For each rule that fires: its largest share of the operations of one description, alone and through causes. */
export function shareTable(measured) {
  const rules = new Map();
  for (const { name, counts } of measured) {
    for (const { rule, alone, shared } of counts.shares) {
      const most = rules.get(rule);
      if (most === undefined || alone > most.alone || (alone === most.alone && shared > most.shared))
        rules.set(rule, { name, alone, shared });
    }
  }
  const rows = [...rules].sort(([, a], [, b]) => b.alone - a.alone || b.shared - a.shared);
  const cells = rows.map(([rule, { name, alone, shared }]) => [rule, percent(alone), percent(shared), name]);
  return aligned([['rule', 'alone', 'shared cause', 'where it is loudest'], ...cells]);
}

/** The riskiest findings of a report: rule, first operation, how many more, and what is shown. */
export function topOf({ findings }, count) {
  const shown = findings.filter(({ severity, rule }) => severity !== 'hint' && rule !== 'unanswered').slice(0, count);
  return shown.map(({ rule, message, operations, risk, certainty, severity }) => {
    const [first] = operations;
    const operation = first === undefined ? 'the whole API' : `${first.method} ${first.path}`;
    return {
      rule,
      operation,
      more: Math.max(0, operations.length - 1),
      residual: risk.residual,
      severity,
      certainty,
      message,
    };
  });
}

/** A line each. */
export const topLines = (top) =>
  top.map(({ rule, operation, more, residual, severity, certainty, message }, index) => {
    const where = more > 0 ? `${operation} and ${more} more` : operation;
    return `${index + 1}. ${rule} | ${where} | ${residual} ${severity}, ${certainty} | ${message}`;
  });

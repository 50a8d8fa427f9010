import type { Assessment, MethodResult, Risk, RiskFactor } from '../../core/index';
import { type Painter, printable } from '../terminal';

/** The figure that counts, the methods side by side, and the numbers of each with their reasons. */
export function riskText(risk: Risk, { methods, taken, level }: Assessment, became: string, paint: Painter): string[] {
  const before = risk.inherent === risk.residual ? '' : `, ${risk.inherent.toFixed(1)} before any answer`;
  const shares = taken.map(({ id, share }) => `${printable(id)} takes ${Math.round(share * 100)} %`);
  return [
    '',
    `Risk ${risk.residual.toFixed(1)} of 10 (${risk.level})${before}${became}`,
    ...(level === null ? [] : [`  The threat model sets the level before any answer: ${level}.`]),
    ...(shares.length === 0 ? [] : [`  ${shares.join(', ')}.`]),
    ...methods.flatMap((method) => methodText(method, paint)),
  ];
}

function methodText(method: MethodResult, paint: Painter): string[] {
  const { title, ranks, level, residual, projected, formula, factors, besides } = method;
  const planned = projected < residual ? `, ${projected.toFixed(1)} once what is planned is done` : '';
  const rank = ranks ? ' (ranks)' : '';
  const head = `  ${ranks ? paint('bold', title) : title}  ${residual.toFixed(1)} ${level}${planned}${rank}`;
  const others = besides.length === 0 ? [] : [`    ${paint('dim', 'known as well, and not counted')}`];
  return [
    `${head}  ${paint('dim', formula)}`,
    ...factors.map((factor) => row(factor, paint)),
    ...others,
    ...besides.map((factor) => row(factor, paint)),
  ];
}

function row({ name, value, reason }: RiskFactor, paint: Painter): string {
  return `    ${name.padEnd(16)} ${String(value).padStart(4)}  ${paint('dim', printable(reason))}`;
}

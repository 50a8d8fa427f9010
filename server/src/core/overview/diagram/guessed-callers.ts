import type { DiagramZone } from '../../../protocol';
import type { Exposure } from '../../rules/types';
import type { Landscape } from './landscape';
import type { ShownApi } from './shown-apis';

interface Caller {
  readonly id: string;
  readonly label: string;
  readonly zone: string;
  readonly trust: DiagramZone['trust'];
}

/** Who calls an API of which nobody says it. */
const CALLERS: Readonly<Record<Exposure, Caller>> = {
  internet: { id: 'anyone', label: 'Anyone', zone: 'internet', trust: 'untrusted' },
  partner: { id: 'partners', label: 'Partners', zone: 'partners', trust: 'semi-trusted' },
  internal: { id: 'colleagues', label: 'Own network', zone: 'intranet', trust: 'semi-trusted' },
};

/** Draws a caller for each API that nothing calls, by who can reach it. */
export function drawCallers(landscape: Landscape, apis: readonly ShownApi[]): void {
  for (const { id, api, label } of apis) {
    if (landscape.isCalled(id)) continue;
    const { id: name, zone, trust, label: caller } = CALLERS[api.exposure];
    landscape.zone({ id: zone, trust, guessed: true, at: null });
    const none = { detail: '', level: null, threats: 0, at: null } as const;
    const from = landscape.thing({ id: `caller ${name}`, kind: 'actor', label: caller, zone, guessed: true, ...none });
    landscape.call({ from, to: id, carries: [], over: '', clear: false, guessed: true, at: null });
    landscape.guesses.add(`${label}: nobody says who calls it; drawn is who can reach it.`);
  }
}

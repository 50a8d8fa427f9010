import type { ApiAnalysis } from '../coverage/types';
import type { Builder } from './builder';

/** The nodes of one API. */
export interface ApiNodes {
  /** Before it, without a login: what asks for none can be called. */
  readonly reached: number;
  readonly login: number;
  readonly takenOver: number;
  readonly stopped: number;
  /** In the network where it runs. */
  readonly around: number;
}

/** The open internet, where every attack may begin. */
export function outside(builder: Builder): number {
  const node = builder.node('internet', 'Anyone on the internet');
  builder.start(node);
  return node;
}

/** A foothold in a zone; the inner network where no zone is named. */
export function zoneNode(builder: Builder, zone: string): number {
  return zone === ''
    ? builder.node('inside', 'a foothold in the inner network')
    : builder.node(`zone ${zone}`, `a foothold in the zone ${zone}`);
}

export function nodesOfApi(builder: Builder, { id, models }: ApiAnalysis): ApiNodes {
  const zone = models.map(({ entry }) => entry.zone).find((one) => one !== '') ?? '';
  return {
    reached: builder.node(`reached ${id}`, `the way to ${id}`),
    login: builder.node(`login ${id}`, `a login at ${id}`),
    takenOver: builder.component(id, 'taken-over'),
    stopped: builder.component(id, 'stopped'),
    around: zoneNode(builder, zone),
  };
}

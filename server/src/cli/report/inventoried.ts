import type { InventoryRow, TrafficReport } from '../../core/index';
import type { ReadTraffic } from '../traffic/read-traffic';
import type { Standpoint } from './located';

/** What traffic showed, and how much of its file was none. */
export interface ToldTraffic extends TrafficReport, ReadTraffic {
  readonly file: string;
}

/** What `inventory` tells. */
export interface ToldInventory extends Standpoint {
  readonly rows: readonly InventoryRow[];
  readonly traffic: ToldTraffic | null;
  readonly notChecked: readonly { readonly path: string; readonly reason: string }[];
}

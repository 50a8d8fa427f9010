import type { ToPage, WireSimulation } from '../../server/src/protocol';

/** What the page knows of simulations. */
export interface SimulationState {
  readonly result: WireSimulation | null;
  /** How much of one that runs is done, 0 to 1; null where none runs. */
  readonly done: number | null;
  /** Findings have changed since the result. */
  readonly outdated: boolean;
  /** Why the last one came to no result; empty where it did. */
  readonly stopped: 'cancelled' | 'failed' | '';
}

export const NO_SIMULATION: SimulationState = { result: null, done: null, outdated: false, stopped: '' };

/** What is known after a message; the same object where it is about something else. */
export function afterMessage(state: SimulationState, message: ToPage): SimulationState {
  switch (message.type) {
    case 'progress':
      return { ...state, done: message.done, outdated: state.done === null ? false : state.outdated, stopped: '' };
    case 'simulation':
      return { ...NO_SIMULATION, result: message.simulation };
    case 'stopped':
      return { ...state, done: null, stopped: message.why };
    case 'outdated':
      return { ...state, outdated: true };
    default:
      return state;
  }
}

import type { ModelComponent } from '../model/types';
import { entryOf } from './entry';
import type { Entry } from './types';

/** What is recorded of a component. `digestOf` gives the digest of a file of its settings, or empty where it cannot be read. */
export function recordOfComponent(component: ModelComponent, digestOf: (setting: string) => string): Entry {
  return entryOf({
    kind: component.kind ?? '',
    ports: component.ports,
    settings: component.settings.map((setting) => `${setting} ${digestOf(setting)}`.trimEnd()),
  });
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simulating } from '../../server/src/core/index';
import { finish } from '../../server/src/core/text';
import { load } from '../support/check';
import { LANDSCAPE_SPEC, landscape, landscapeModel } from '../support/landscapes';

it('simulates whatever a model says of its surroundings, circles and names of nothing included', () => {
  let harmed = 0;
  fc.assert(
    fc.property(landscape, (drawn) => {
      const { analysis } = load(`${LANDSCAPE_SPEC}${landscapeModel(drawn)}`);
      const { assets, paths, measures, first, loss } = finish(simulating(analysis, { runs: 200, seed: 1 }));
      const shares = [...assets, ...paths, ...paths.flatMap(({ steps }) => steps)].map(
        ({ probability }) => probability,
      );
      expect(shares.every((one) => one >= 0 && one <= 1)).toBe(true);
      expect([...measures, ...first].every(({ buys }) => buys >= 0 && buys <= loss)).toBe(true);
      expect(assets.reduce((sum, one) => sum + one.loss, 0)).toBeCloseTo(loss, 6);
      const known = new Set(assets.map(({ id: asset }) => asset));
      expect(paths.flatMap((path) => path.assets).every((asset) => known.has(asset))).toBe(true);
      if (assets.some(({ kind, probability }) => kind === 'component' && probability > 0)) harmed++;
    }),
    { numRuns: 120 },
  );
  // About every second landscape has something in it that can be harmed: the property is about more than empty results.
  expect(harmed).toBeGreaterThan(20);
});

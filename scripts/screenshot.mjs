// Pictures of everything that is ours in the real VS Code, in four themes:
// node scripts/screenshot.mjs [--only REGEX] [--short | --readme] [folder]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { callerPath } from './lib/caller-path.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { inReadme, takeForReadme } from './lib/pictures/readme.mjs';
import { inShort, nameOf, takePictures } from './lib/pictures/take-pictures.mjs';
import { Missing, main, say } from './lib/say.mjs';

const usage = 'Use: node scripts/screenshot.mjs [--only REGEX] [--short | --readme] [folder]';

const options = { only: { type: 'string', default: '' }, short: { type: 'boolean' }, readme: { type: 'boolean' } };

function parse(args) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: false });
  const unknown = Object.keys(values).find((name) => !(name in options));
  if (unknown !== undefined)
    throw new Missing(`Unknown option ${unknown.length === 1 ? '-' : '--'}${unknown}. ${usage}`);
  if (typeof values.only !== 'string') throw new Missing(`--only takes an expression. ${usage}`);
  const folder = positionals.length === 0 ? join(root, 'out/pictures') : callerPath(positionals[0], usage);
  return { ...values, only: new RegExp(values.only), folder };
}

function tell({ name, outcome, detail, milliseconds }) {
  console.log(`${outcome}: ${name}${milliseconds === undefined ? '' : ` (${Math.round(milliseconds)} ms)`}`);
  if (detail) console.log(detail.replace(/^/gm, '    '));
}

await main(async () => {
  const { only, short, readme, folder } = parse(process.argv.slice(2));
  await ensureDependencies();
  await build();
  const isInSet = readme ? inReadme : short ? inShort : () => true;
  const wanted = (theme, scene) => isInSet(theme, scene) && only.test(nameOf(theme, scene));
  const results = await takePictures({ folder, wanted, onPicture: tell });
  const failed = results.filter(({ outcome }) => outcome === 'failed').length;
  say(`${results.length - failed} pictures in ${folder}${failed === 0 ? '' : `, ${failed} failed`}`);
  if (failed > 0) process.exitCode = 1;
  else if (readme) takeForReadme(folder);
});

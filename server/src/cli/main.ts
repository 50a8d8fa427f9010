import { parseArguments, UsageError } from './arguments';
import { HELP } from './help';
import { watchStreams } from './output';
import { printable } from './terminal';
import { version } from './version';

const COULD_NOT_RUN = 2;

async function run(words: readonly string[]): Promise<number> {
  const command = parseArguments(words);
  switch (command.name) {
    case 'check':
      return (await import('./commands/check')).check(command.options);
    case 'explain':
      return (await import('./commands/explain')).explain(command.options);
    case 'init':
      return (await import('./commands/init')).init(command.options);
    case 'simulate':
      return (await import('./commands/simulate')).simulate(command.options);
    case 'drift':
      return (await import('./commands/drift')).drift(command.options);
    case 'report':
      return (await import('./commands/report')).report(command.options);
    case 'answer':
      return (await import('./commands/answer')).answer(command.options);
    case 'inventory':
      return (await import('./commands/inventory')).inventory(command.options);
    case 'log':
      return (await import('./commands/log')).log(command.options);
    case 'goals':
      return (await import('./commands/goals')).goals(command.options);
    case 'pasta':
      return (await import('./commands/pasta')).pasta(command.options);
    case 'schema':
      return (await import('./commands/schema')).schema(command.output);
    case 'lsp':
      return (await import('./commands/lsp')).lsp();
    case 'version':
      process.stdout.write(`${version()}\n`);
      return 0;
    case 'help':
      (command.asked ? process.stdout : process.stderr).write(HELP);
      return command.asked ? 0 : COULD_NOT_RUN;
  }
}

watchStreams(COULD_NOT_RUN);
// `process.exit` would cut what a pipe has not taken yet.
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`stridewise: ${message.split('\n').map(printable).join('\n')}\n`);
    if (error instanceof UsageError) process.stderr.write('Try: stridewise --help\n');
    process.exitCode = COULD_NOT_RUN;
  },
);

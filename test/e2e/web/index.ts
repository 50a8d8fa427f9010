import { type Result, runCases } from '../suite/harness';
import { fileCases } from './cases/files';
import { fixCases } from './cases/fixes';
import { startCases } from './cases/start';
import { viewCases } from './cases/view';
import { runFacts } from './run-facts';

/** What VS Code calls: runs every case and sends the results, as they come, to the script that serves the page. */
export async function run(): Promise<void> {
  const all: Result[] = [];
  const send = () => fetch(`${runFacts.origin}/results`, { method: 'POST', body: JSON.stringify(all) });
  const add = (result: Result) => {
    all.push(result);
    void send();
  };
  await runCases([...startCases, ...fileCases, ...viewCases, ...fixCases], { all, add });
  await send();
}

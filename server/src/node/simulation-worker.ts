import { parentPort } from 'node:worker_threads';
import { type Work, work } from '../lsp/simulation-work';

/** A thread that simulates attacks, beside the server's own. */
parentPort?.once('message', (given: Work) => work(given, (news) => parentPort?.postMessage(news)));

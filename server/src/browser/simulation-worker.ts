import { type Work, work } from '../lsp/simulation-work';

/** A worker that simulates attacks, beside the server's own. */
self.onmessage = ({ data }: MessageEvent<Work>) => work(data, (news) => self.postMessage(news));

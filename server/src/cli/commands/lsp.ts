/**
 * Serves an editor over standard input and output until it says goodbye. The server is a bundle of its own that lies beside
 * this one, so that `check` never pays for it; it starts when it is loaded.
 */
export async function lsp(): Promise<number> {
  const server = new URL('./server.cjs', import.meta.url).href;
  await import(server);
  return 0;
}

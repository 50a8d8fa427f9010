/** Milliseconds without a result after which a suite is given up: longer than any case may take. */
export const silence = 150_000;

/**
 * Watches a suite that leaves a sign with each result.
 * @param {() => number | undefined} lastSign when the last one came, in milliseconds since 1970
 * @returns {{silent: Promise<void>, stop: () => void}} `silent` resolves when none has come for too long; `stop` ends the watch
 */
export function watchSilence(lastSign) {
  const begun = Date.now();
  let timer;
  const silent = new Promise((done) => {
    timer = setInterval(() => {
      if (Date.now() - (lastSign() ?? begun) > silence) done();
    }, 1000);
  });
  return { silent, stop: () => clearInterval(timer) };
}

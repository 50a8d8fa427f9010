// Lets a suite that runs inside VS Code look at the page around it and press its keys: a small server that a browser's page answers.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { bodyOf } from './web-vscode.mjs';

const timeout = 15_000;

/** The frame of which `isIt` holds, once there is one; fails with `what`. */
export async function frameThat(page, isIt, what) {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    for (const frame of page.frames()) if (await isIt(frame).catch(() => false)) return frame;
    await page.waitForEvent('framenavigated', { timeout: 500 }).catch(() => undefined);
  }
  throw new Error(`no frame shows ${what}`);
}

const isOverview = (frame) =>
  frame.evaluate(() => document.title === 'Risk Overview' && document.getElementById('page') !== null);

/** The frame that shows the page of the risk overview; waits until there is one. */
export const overviewFrame = (page) => frameThat(page, isOverview, 'the risk overview');

const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that axe has, and does not apply unless it is asked to. */
const FURTHER_RULES = { 'label-content-name-mismatch': { enabled: true } };

/** What axe has against the elements that a selector finds: a line for each. */
async function axe(frame, { selector, without = [] }) {
  await frame.locator(selector).first().waitFor({ timeout });
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axeSource());
  const rules = { ...FURTHER_RULES, ...Object.fromEntries(without.map((id) => [id, { enabled: false }])) };
  return frame.evaluate(
    async ([include, options]) => {
      const { violations, passes } = await globalThis.axe.run({ include: [include] }, options);
      const told = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, element, failureSummary }) => {
          const named = `named "${element.getAttribute('aria-label') ?? ''}", shows "${element.textContent}"`;
          return `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${named}\n  ${failureSummary}`;
        }),
      );
      return { violations: told, rules: passes.length };
    },
    [selector, { iframes: false, elementRef: true, rules }],
  );
}

/** What can be asked for: each gets the frame, the page and what was asked. */
const hands = {
  wait: (frame, _, { selector, text }) =>
    frame
      .locator(selector, text === undefined ? {} : { hasText: text })
      .first()
      .waitFor({ timeout }),
  texts: (frame, _, { selector }) => frame.locator(selector).allInnerTexts(),
  attributes: (frame, _, { selector, name }) =>
    frame.locator(selector).evaluateAll((all, attribute) => all.map((one) => one.getAttribute(attribute)), name),
  click: (frame, _, { selector, text }) =>
    frame
      .locator(selector, text === undefined ? {} : { hasText: text })
      .first()
      .click({ timeout }),
  fill: (frame, _, { selector, text }) => frame.locator(selector).first().fill(text, { timeout }),
  focus: (frame, _, { selector }) => frame.locator(selector).first().focus({ timeout }),
  press: (_, page, { key }) => page.keyboard.press(key),
  /** The key of what has the focus, as the page of the overview names it. */
  focused: (frame) => frame.evaluate(() => document.activeElement?.getAttribute('data-key') ?? ''),
  value: (frame, _, { selector }) => frame.locator(selector).first().inputValue({ timeout }),
  axe: (frame, _, asked) => axe(frame, asked),
  shoot: async (_, page, { name }) => {
    const folder = join(root, 'out/shots');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  },
};

/** Does what is asked, as JSON: `{ do, in, ... }`, where `in` is the page of VS Code or that of the overview. */
export async function askHands(page, body) {
  try {
    const asked = JSON.parse(body);
    const frame = asked.in === 'overview' ? await overviewFrame(page) : page.mainFrame();
    return { answer: (await hands[asked.do](frame, page, asked)) ?? null };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
}

/**
 * Serves the hands of a page that is given later, on this machine alone and behind a random path.
 * @returns {Promise<{address: string, use: (page: object) => void, stop: () => void}>}
 */
export async function servePageHands() {
  let page = null;
  const path = `/${randomBytes(16).toString('hex')}`;
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST' || request.url !== path) return response.writeHead(404).end();
    response.end(JSON.stringify(await askHands(page, await bodyOf(request))));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}${path}`,
    use: (given) => {
      page = given;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

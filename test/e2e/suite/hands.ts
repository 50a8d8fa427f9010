/** Where to look: the page of VS Code itself, or that of the risk overview inside it. */
export type Place = 'editor' | 'overview';

/** What the script that drives the browser does when it is asked at an address (`scripts/lib/page-hands.mjs`). */
export function handsAt(address: string) {
  async function ask<T>(asked: object): Promise<T> {
    const response = await fetch(address, { method: 'POST', body: JSON.stringify(asked) });
    const { answer, error } = (await response.json()) as { answer: T; error?: string };
    if (error !== undefined) throw new Error(`${JSON.stringify(asked)}: ${error}`);
    return answer;
  }
  return {
    /** Presses a key wherever the focus is. */
    press: (key: string) => ask<null>({ do: 'press', key }),
    /** Leaves a picture of the window in `out/shots`, where a person can look at it. */
    shoot: (name: string) => ask<null>({ do: 'shoot', name }),
    /** What a place shows and takes; selectors are CSS, and `text` narrows them down to what contains it. */
    pageIn: (place: Place) => ({
      wait: (selector: string, text?: string) => ask<null>({ do: 'wait', in: place, selector, text }),
      texts: (selector: string) => ask<string[]>({ do: 'texts', in: place, selector }),
      attributes: (selector: string, name: string) =>
        ask<(string | null)[]>({ do: 'attributes', in: place, selector, name }),
      value: (selector: string) => ask<string>({ do: 'value', in: place, selector }),
      click: (selector: string, text?: string) => ask<null>({ do: 'click', in: place, selector, text }),
      focus: (selector: string) => ask<null>({ do: 'focus', in: place, selector }),
      fill: (selector: string, text: string) => ask<null>({ do: 'fill', in: place, selector, text }),
      /** The `data-key` of what has the focus. */
      focused: () => ask<string>({ do: 'focused', in: place }),
      /** What axe has against the elements, a line for each, and how many of its rules had nothing against them; `without` some of them. */
      axe: (selector: string, without: readonly string[] = []) =>
        ask<{ violations: string[]; rules: number }>({ do: 'axe', in: place, selector, without }),
    }),
  };
}

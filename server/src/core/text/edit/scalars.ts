/** A text as a YAML scalar of a block mapping or list: plain where that is certain, else in double quotes. */
export function blockScalar(text: string): string {
  const plain = /^(?:[A-Za-z0-9/$]|\.\.?\/)[^\t\r\n]*$/.test(text) && !/: |:$| #|\s$/.test(text) && !isSpecial(text);
  return plain ? text : JSON.stringify(text);
}

/** A text as a scalar inside brackets: plain where that is certain, else in double quotes; always in quotes for JSON. */
export function flowScalar(text: string, json: boolean): string {
  const plain = !json && /^(?:[A-Za-z0-9/$]|\.\.?\/)[\w $./-]*$/.test(text) && !/\s$/.test(text) && !isSpecial(text);
  return plain ? text : JSON.stringify(text);
}

/** What YAML (1.1 too) reads as something else than text. Dates stay plain: they are texts in YAML 1.2. */
function isSpecial(text: string): boolean {
  return /^(?:true|false|null|yes|no|on|off|y|n|\d[\d_]*(?:\.\d*)?(?:e\d+)?|0[xo][\da-f]+)$/i.test(text);
}

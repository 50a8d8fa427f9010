const ROOT_KEY = /(?:^|[{,])[ \t]*["']?(?:openapi|swagger|stridewise)["']?[ \t]*:/m;
const MODEL_KEY = /^(?:---[^\n]*\r?\n(?:#[^\n]*\r?\n|\r?\n)*)?["']?stridewise["']?[ \t]*:(?:[ \t\r\n]|$)/m;

/** Whether a text may have one of our root keys. A cheap search that errs towards yes; the server looks closely. */
export function mayHaveRootKey(text: string): boolean {
  return ROOT_KEY.test(text);
}

/** Whether a YAML text has the root key of a threat model. */
export function hasModelKey(text: string): boolean {
  return MODEL_KEY.test(text);
}

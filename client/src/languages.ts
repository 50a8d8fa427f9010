/** The language under which threat models are opened. */
export const MODEL_LANGUAGE = 'threat-model';

/** The languages that our files may have in VS Code; extensions for OpenAPI bring some of their own. */
export const LANGUAGES = [MODEL_LANGUAGE, 'yaml', 'json', 'jsonc', 'openapi', 'yaml-openapi', 'json-openapi'];

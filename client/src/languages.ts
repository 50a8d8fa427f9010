/** The languages that our files may have in VS Code; extensions for OpenAPI bring some of their own. */
export const LANGUAGES = ['threat-model', 'yaml', 'json', 'jsonc', 'openapi', 'yaml-openapi', 'json-openapi'];

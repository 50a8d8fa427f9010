const PROJECT = 'https://owasp.org/API-Security/editions';

const EDITIONS: Readonly<Record<string, readonly string[]>> = {
  '2019': [
    '0xa1-broken-object-level-authorization',
    '0xa2-broken-user-authentication',
    '0xa3-excessive-data-exposure',
    '0xa4-lack-of-resources-and-rate-limiting',
    '0xa5-broken-function-level-authorization',
    '0xa6-mass-assignment',
    '0xa7-security-misconfiguration',
    '0xa8-injection',
    '0xa9-improper-assets-management',
    '0xaa-insufficient-logging-monitoring',
  ],
  '2023': [
    '0xa1-broken-object-level-authorization',
    '0xa2-broken-authentication',
    '0xa3-broken-object-property-level-authorization',
    '0xa4-unrestricted-resource-consumption',
    '0xa5-broken-function-level-authorization',
    '0xa6-unrestricted-access-to-sensitive-business-flows',
    '0xa7-server-side-request-forgery',
    '0xa8-security-misconfiguration',
    '0xa9-improper-inventory-management',
    '0xaa-unsafe-consumption-of-apis',
  ],
};

/** The project's page of each risk, by its id: `API1:2023`. */
export const OWASP_PAGES: ReadonlyMap<string, string> = new Map(
  Object.entries(EDITIONS).flatMap(([edition, pages]) =>
    pages.map((page, index): [string, string] => [`API${index + 1}:${edition}`, `${PROJECT}/${edition}/en/${page}/`]),
  ),
);

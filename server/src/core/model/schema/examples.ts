import type { SectionName } from './sections';

/**
 * One example of each section, for the reference page and for hover. Together, behind `EXAMPLE_HEAD`, they are one model, which
 * reads without a problem beside a description with the operations that it names.
 */
export const EXAMPLES: Readonly<Record<SectionName, string>> = {
  environments: `environments:
  production: https://api.books.example
  trial: { servers: [https://trial.books.example], notes: Holds made-up customers only }
`,
  apis: `apis:
  store:
    spec: ./openapi.yaml
    exposure: internet
    zone: backend
    replaces: store-v1
  store-v1: { spec: ./v1.yaml, zone: backend, lifecycle: deprecated, sunset: 2099-03-31 }
`,
  goals: `goals:
  privacy: { regulation: GDPR, protects: customer }
  cards: { regulation: PCI DSS, protects: card, acceptable: low }
  open-shop: { property: availability, protects: [store, checkout] }
`,
  risk: `risk: { method: dread, acceptable: medium }
`,
  data: `data:
  customer: { class: personal, schemas: Customer }
  card: { class: payment, fields: [cardNumber, Payment.expires] }
  opening-hours: { class: public, fields: Shop.phone }
`,
  zones: `zones: { internet: untrusted, edge: semi-trusted, backend: trusted }
`,
  actors: `actors:
  reader: { zone: internet, calls: [every READ /**, store WRITE /orders/**] }
  clerk: { zone: backend, calls: every ANY /** }
`,
  components: `components:
  gateway: { kind: gateway, zone: edge, ports: 443 }
  orders-db: { kind: datastore, zone: backend, holds: [customer, card] }
  bank: { kind: external, zone: internet, provider: Example Bank }
`,
  flows: `flows:
  reader -> gateway -> store: { carries: [customer, card], over: https }
  gateway -> store-v1: { carries: customer, over: https }
  clerk -> gateway: { over: https }
  store -> orders-db: { carries: [customer, card], over: tls }
  store -> bank: { carries: card, over: https }
`,
  businessFlows: `businessFlows:
  checkout: [store operation placeOrder, store operation payOrder]
`,
  threats: `threats:
  foreign-order:
    title: A reader sees another reader's order by counting up its number
    affects: store GET /orders/{orderId}
    rule: broken-object-level-authorization
    stride: [disclosure, elevation]
    by: reader
    harms: customer
    attack: forced-browsing
    dread: 8/9/7/8/6
  listener:
    title: A machine at the edge reads along
    affects: gateway -> store
    stride: disclosure
    owasp: API8:2023
    cwe: 319
    dread: { damage: 8, affected: 9 }
`,
  mitigations: `mitigations:
  order-owner:
    title: An order is found by its number and its owner
    control: ownership-check
    covers: [foreign-order, store ANY /orders/**]
    status: implemented
  flood-shield:
    strategy: transfer
    to: Example CDN
    covers: denial on store
    status: implemented
    effect: 70%
  forgetting:
    title: Support tells readers what is kept and erases it within a month, and nothing is asked that no order needs
    covers: right-to-know, right-to-erasure and data-minimisation on privacy
    status: implemented
  card-vault:
    title: The bank keeps the cards, and we a token
    strategy: transfer
    to: Example Bank
    covers: card-number-masked and card-number-unreadable on cards
    status: implemented
  updates: { title: Known weaknesses are mended within a month, covers: known-weaknesses on cards, status: implemented }
  no-v1-search:
    strategy: avoid
    removes: store-v1 GET /search
    status: planned
    due: 2099-12-15
  open-catalogue:
    strategy: accept
    covers: disclosure on every GET /books
    reason: The catalogue is meant for everyone
    owner: head-of-sales
    until: 2099-05-01
`,
  rules: `rules:
  verbose-errors: { level: note, reason: Errors carry a number that only our support can look up }
`,
  notApplicable: `notApplicable:
  repudiation on every READ /**: Nobody would deny having read
`,
  assumptions: `assumptions:
  quiet-edge: { title: Only our own machines stand at the edge, covers: listener, owner: ciso, until: 2099-06-30 }
`,
};

/** The root keys that hold one value. */
export const EXAMPLE_HEAD = `stridewise: 1
title: Bookshop
owner: team-shop
reviewed: 2026-11-01
reviewEvery: 100 years
`;

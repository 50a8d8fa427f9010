import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toDom } from '../../client/webview/dom/to-dom';
import { type Markup, markup } from '../../server/src/pictures';

/** As much of a document as makes elements. */
class FakeElement {
  readonly attributes: Record<string, string> = {};
  readonly children: (FakeElement | string)[] = [];

  constructor(
    readonly namespace: string,
    readonly tag: string,
  ) {}

  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }

  append(child: FakeElement | string): void {
    this.children.push(child);
  }
}

beforeAll(() => {
  vi.stubGlobal('document', { createElementNS: (namespace: string, tag: string) => new FakeElement(namespace, tag) });
});
afterAll(() => void vi.unstubAllGlobals());

const made = (tree: Markup) => toDom(tree) as unknown as FakeElement;

describe('elements of markup', () => {
  it('are of HTML, and of SVG inside an svg', () => {
    const [svg] = made(markup('div', {}, [markup('svg', {}, [markup('g', {}, [markup('rect')])])])).children;
    const [group] = (svg as FakeElement).children;
    const [rect] = (group as FakeElement).children;
    expect([svg, group, rect].map((one) => (one as FakeElement).namespace.split('/').pop())).toEqual([
      'svg',
      'svg',
      'svg',
    ]);
    expect(made(markup('p')).namespace).toMatch(/xhtml$/);
  });

  it('have their attributes, but none that is null, runs, loads, styles or leads away', () => {
    const attributes = {
      id: 'a',
      width: 3,
      hidden: null,
      onclick: 'x()',
      ONERROR: 'x()',
      style: 'color: red',
      href: 'command:x',
      'xlink:href': 'x',
      src: 'x',
      srcdoc: 'x',
    };
    expect(made(markup('div', attributes)).attributes).toEqual({ id: 'a', width: '3' });
  });

  it.each(['script', 'style', 'iframe', 'IMG', 'image', 'use', 'foreignObject', 'object', 'link', 'base'])(
    'are never a %s',
    (tag) => {
      expect(made(markup('div', {}, [markup(tag), 'text'])).children).toEqual(['text']);
      expect(() => toDom(markup(tag))).toThrow(tag);
    },
  );

  it('have texts as texts, in which nothing hides', () => {
    const hostile = '</script><img src=x onerror=alert(1)> \u202e\u001b[31m';
    const element = made(markup('p', { title: hostile }, [hostile]));
    const shown = '</script><img src=x onerror=alert(1)> \ufffd\ufffd[31m';
    expect(element.children).toEqual([shown]);
    expect(element.attributes.title).toBe(shown);
  });
});

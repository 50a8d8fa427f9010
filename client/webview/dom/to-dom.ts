import { type Markup, visible } from '../../../server/src/pictures';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** Attributes that run, load, style or lead away; the policy of the page forbids most of them as well. */
const REFUSED = /^(?:on.*|style|src|srcset|srcdoc|href|xlink:href|action|formaction)$/i;
/** Elements that run, load or style. */
const REFUSED_TAGS = /^(?:script|style|link|meta|base|iframe|object|embed|img|image|use|foreignobject)$/i;

/** The element of a piece of markup: what could run or load anything is left out below it, and texts are texts. */
export function toDom(tree: Markup): Element {
  if (REFUSED_TAGS.test(tree.tag)) throw new Error(`The page has no element ${tree.tag}`);
  return elementOf(tree, HTML);
}

function elementOf({ tag, attributes, children }: Markup, around: string): Element {
  const namespace = tag === 'svg' ? SVG : around;
  const element = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && !REFUSED.test(name)) element.setAttribute(name, visible(String(value)));
  }
  for (const child of children) {
    if (typeof child === 'string') element.append(visible(child));
    else if (!REFUSED_TAGS.test(child.tag)) element.append(elementOf(child, namespace));
  }
  return element;
}

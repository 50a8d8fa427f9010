import { COLOURS, type Theme } from './colours';
import { type Markup, markup, toMarkup } from './markup';
import { pictureStyle } from './style';

/** A picture as the text of a file of its own, in the colours of a theme. */
export function standalone(picture: Markup, theme: Theme = 'light'): string {
  const style = markup('style', {}, [pictureStyle(theme)]);
  const attributes = { ...picture.attributes, style: `background: ${COLOURS[theme].background}` };
  return `${toMarkup(markup(picture.tag, attributes, [style, ...picture.children]))}\n`;
}

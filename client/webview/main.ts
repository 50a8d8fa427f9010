import { pictureStyle, variablesOf } from '../../server/src/pictures';
import { isToPage } from '../../server/src/protocol';
import { useActions } from './behaviour/actions';
import { Host } from './host';
import { Page } from './page';

/** The policy of the page allows no style in it but that of our file, and what is made by script. */
const style = new CSSStyleSheet();
style.replaceSync(
  `${pictureStyle()}
  .vscode-dark { ${variablesOf('dark')} }
  .vscode-high-contrast:not(.vscode-high-contrast-light) { ${variablesOf('contrast')} }`,
);
document.adoptedStyleSheets = [style];

const root = document.getElementById('page');
if (root !== null) {
  const host = new Host();
  const page = new Page(root, host);
  useActions(page);
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToPage(data)) page.receive(data);
    else
      host.tell({
        type: 'log',
        message: 'The risk overview was sent something that it does not know; it was dropped.',
      });
  });
  host.tell({ type: 'ready' });
}

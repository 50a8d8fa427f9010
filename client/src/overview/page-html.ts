import { Uri, type Webview } from 'vscode';
import { text } from '../texts';

/** The one folder that the page may read. */
export const pageFolder = (extension: Uri): Uri => Uri.joinPath(extension, 'dist');

/** The page of the overview: it loads our script and style sheet, and nothing else may load or run in it. */
export function pageHtml(webview: Webview, extension: Uri, nonce: string): string {
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), file)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    // A picture becomes a PNG by way of an image of its own.
    'img-src data:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text('Risk Overview')}</title>
<link rel="stylesheet" href="${address('overview.css')}">
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${address('overview.js')}"></script>
</body>
</html>`;
}

/** A word that nobody can guess, for one load of the page. */
export function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}

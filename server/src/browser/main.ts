import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';
import { createBrowserHost } from './browser-host';

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), createBrowserHost());

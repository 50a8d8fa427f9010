import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { createNodeHost } from './node-host';

startServer(createConnection(), createNodeHost());

import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { keepHeapSmall } from './heap';
import { createNodeHost } from './node-host';

keepHeapSmall();
startServer(createConnection(), createNodeHost());

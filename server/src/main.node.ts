import { startStdioServer } from './lsp/stdio';

void startStdioServer();

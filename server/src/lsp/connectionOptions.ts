import { LSPErrorCodes, Message, type ConnectionOptions } from 'vscode-languageserver';

/** A request that is cancelled before its turn comes is answered so at once (LSP 3.17 §$/cancelRequest). */
export const CONNECTION_OPTIONS: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (message) => {
      if (!Message.isRequest(message)) return undefined;
      const error = { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' };
      return { jsonrpc: '2.0', id: message.id, error };
    },
  },
};

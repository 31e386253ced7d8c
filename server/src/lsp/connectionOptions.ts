import { LSPErrorCodes, Message, type ConnectionOptions } from 'vscode-languageserver';
import { takenUp } from './pace';

/**
 * A request that is cancelled before its turn comes is answered so at once (LSP 3.17 §$/cancelRequest); what takes long
 * waits until all that has come is taken up.
 */
export const CONNECTION_OPTIONS: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (message) => {
      if (!Message.isRequest(message)) return undefined;
      const error = { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' };
      return { jsonrpc: '2.0', id: message.id, error };
    },
  },
  messageStrategy: {
    handleMessage: (message, next) => {
      // The files that a client reads for us come in thousands, and are not what its user waits for.
      if (!Message.isResponse(message)) takenUp();
      return next(message);
    },
  },
};

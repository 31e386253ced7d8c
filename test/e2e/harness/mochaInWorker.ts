/**
 * Stands in for the module `mocha` in a web worker, where only Mocha's browser build runs. That
 * build does not export its functions but puts them on the global object.
 */
import 'mocha/mocha.js';

/**
 * Stands in for the module `mocha` in a web worker. Mocha's build for browsers does not export its
 * parts; it puts them on the global object, and the functions of tests too once a run is set up.
 */
import '../../../../node_modules/mocha/mocha.js';
import type * as MochaModule from 'mocha';

type Functions = Pick<
  typeof MochaModule,
  'describe' | 'it' | 'before' | 'beforeEach' | 'after' | 'afterEach'
>;

/** A function that looks for its namesake on the global object only when it is called. */
function late<Name extends keyof Functions>(name: Name): Functions[Name] {
  const call = (...args: unknown[]): unknown =>
    (Reflect.get(globalThis, name) as (...args: unknown[]) => unknown)(...args);
  return call as unknown as Functions[Name];
}

export const describe = late('describe');
export const it = late('it');
export const before = late('before');
export const beforeEach = late('beforeEach');
export const after = late('after');
export const afterEach = late('afterEach');

export default (globalThis as unknown as { readonly Mocha: typeof MochaModule.default }).Mocha;

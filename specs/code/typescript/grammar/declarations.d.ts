/// <reference types="node" />
export as namespace Lib;
export = Lib;
declare namespace Lib {
  function f(a: number, ...rest: string[]): void;
  function f(this: Foo, cb: (err: Error | null, data?: Buffer) => void): asserts cb;
  const c: unique symbol;
  let x: number, y: string;
  class C<T = any> { constructor(x?: number); private y; static m<K extends keyof T>(k: K): T[K]; readonly [Symbol.toStringTag]: string; get a(): number; protected abstract b?: string; }
  interface I { <T>(x: T): T; new <T>(x: T): I; readonly a?: 1 | -1; m?<T>(): void; [i: number]: string }
  type T = Parameters<typeof f>[0];
  export { f as g, C as default };
  export default I;
}
declare var v: { a: number; b(): void }, w: typeof v;
declare module '*.css' { const css: { readonly [k: string]: string }; export default css; }
declare module 'shorthand';
declare abstract class Q { abstract x: number }
export declare function over(a: string): string;
export declare function over(a: number): number;

import 'side-effect';
import def from './a.js';
import def2, { a, b as c, type D, type as, type as as as2, default as e } from './b';
import def3, * as ns from './c';
import type F from './d';
import type { G, H as I2 } from './e';
import type * as J2 from './f';
import type from './type';
import json from './x.json' with { type: 'json' };
import K2 = require('k');
import L2 = K2.M.N;
import {} from './empty';
import { 'string name' as sn } from './str';
export { a, c as d, type D as DD, e as default, sn as 'other name' } from './g';
export * from './h';
export * as everything from './i';
export type { G } from './j';
export { def };
export type T1 = string;
export interface I3 {}
export const x = 1, { y, z: [w] } = obj;
export async function f() { await import('./lazy.js'); for await (const q of stream) {} }
export function* g() {}
export abstract class AB {}
export declare const q: number;
export enum EN {}
export namespace NS { export const inner = import.meta.url; }
export import Alias = NS.inner;
const m = await import('./k.js');
await using res = open(); using r2 = open();
for await (const x of y) {}
type; type
Foo; let type2 = type; interface; declare; module; namespace; abstract; async; of; as; from; get; set;
declare
const notDeclared = 1;
var let1, async, of, get, set, as, is, type, from, require, global, infer, out, satisfies, accessor, using;
using; using.x; using(1); async(); async.x; type.x = 1; declare(); global.x = 1; module.exports = {};
label: for (;;) { continue label; }

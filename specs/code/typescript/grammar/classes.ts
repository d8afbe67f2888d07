@sealed
@Component({ selector: 'x', template: `<b></b>` })
export abstract class A<T extends B = C> extends mixin(D)<T> implements E<T>, F.G {
  static x = 1; static { this.x = 2; } static async *gen() {}
  #p?: number; static #q = () => this.#r; get #r() { return #p in this; }
  declare y: string; readonly z!: number; private static readonly w = 'a';
  constructor(private readonly a: A, public b?: string, @Inject() protected c = 1) { super(); }
  abstract m(): void; abstract get n(): string;
  @deco() @other prop = 1; @deco method(@Param('id') id: string) {}
  get v() { return 1 } set v(x) {}
  async f<T>(x: T): Promise<void> {} *g() {} async *h() {} [computed]() {} 'quoted'() {} 42() {}
  get; set; static; async; get = 1; set = 2; async = 3; static static = 4; readonly; declare;
  static get get() { return 1 } static set set(x) {}
  accessor acc = 1; static accessor sacc;
  override o() {} public override readonly p2 = 2;
  [key: string]: any; static [k: number]: string;
  overload(x: string): void;
  overload(x: number): void;
  overload(x: any) {}
  if() {} delete() {} new() {} constructor2() {} 'constructor2' = 1;
  in; out; instanceof() {}
  optional?(): void;
  get
  newline() {}
}
const B = class extends A {}; const C = class Named<T> implements X {}; const D = new (class { m() {} })();
export default class extends (A as any) { ; ; }
interface I extends J<K>, L.M { a: string, b?: number; c(): void; <T>(x: T): T; new (): I; readonly [k: string]: any; get d(): string; set d(v: string) }
enum E1 { A = 1, B = A << 1, 'C-D' = "x".length, E }
declare const enum E2 { X }
declare module 'foo' { export function f(): void; export default x; }
declare global { interface Window { x: number } }
declare function df(x: number): string;
declare let dl: number, dm: string;
declare namespace N1.N2 { const x: number; namespace N3 {} }
namespace Empty {}
module Old { export import a = b.c; }
abstract class AA { private constructor() {} }
class Weird { type = 1; of = 2; as = 3; from() {} await() {} yield() {} let = 1; declare() {} abstract = 1 }

if (a) b; else if (c) d; else e
do x++; while (x < 5) y
for (;;) break
for (var i = 0, n = 1; i < n; i++) {}
for (let k in obj) {} for (const [a1, b1] of c1) {} for (x of y) {} for (x.y in z) {}
for (var q = ('a' in b); ; ) {}
for (const f1 = (x) => (x in y); ;) {}
while (1) { continue }
switch (x) { case 1: case 2: f(); break; default: { } case 3: }
try { } catch { } finally { }
try { } catch ({ message }) { } try {} catch (e: unknown) {}
throw new Error(`a ${b ? `nested ${c}` : "}"} d`)
var r1 = /[/\]]+/gi.test(s), r2 = a / b / c, r3 = (a) / 2, r4 = x++ / 2, r5 = [1] / 2, r6 = {} / 1
if (x) /re/.exec(y)
return1: { break return1 }
const o = { a, b: 1, 'c': 2, 3: 4, [d]: 5, e() {}, get f() { return 1 }, set f(v) {}, async g() {}, *h() {}, async *i() {}, ...j, get: 1, set, async, await: 2, new: 3, get() {}, set() {}, async() {}, "x-y"() {}, async get() {}, get [k]() { return 1 } };
({ a: b.c, d = 1, ...e } = f); [a, , b = 1, ...c] = d;
a ??= b; c ||= d; e &&= f; g **= 2; h ** -1; (-1) ** 2; a ?? b; a?.5:1;
delete a.b, void 0, typeof x === 'undefined', !a, ~b, +c, -d, - -e, + +f
a
++b
x = y
;(function () {})()
let v = function () {}
`tagged ${1}`
let g2 = tag`a${b}c${d}`, esc = `\`\${}$`, empty = ``
let num = [0x1F, 0b10, 0o17, 1_000, 1e10, .5, 5., 1.5e-3, 10n, 0xFFn, 5..toString()]
let str = "a\"b" + 'c\'d\
e' + "\u{1F600}"
new Foo; new Foo.Bar(1).baz; new (foo())(); new foo.bar; new new X()(); new.target; new a[b](c)
with1: while (0);
debugger
var \u0061bc = 1, ünï = 2, 𠮷 = 3, $ = 4, _ = 5
async function* ag() { yield await x; for await (const y of z) yield* y; await (a, b); yield; yield
1 }
function yieldName(yield1, await1) { var await; await
x }
a = b ? c : d ? e : f; a = b ? (c, d) : e => f; x = a ? { b: 1 } : [c];

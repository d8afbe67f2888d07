#!/usr/bin/env node
'use strict';
const { a, b: c } = require('./x'), d = require('y');
exports.f = function () {}; module.exports = class {};
var x = <div>{y}</div>;
function F() { if (!(this instanceof F)) return new F(); arguments.length; }
F.prototype.m = function m() { return this };
var r = a < b, s = f<T>(x);
let async = 1; async = 2; let yield_ = 1;
(async () => { await 1 })();
label: { break label }
var o = { __proto__: null, 'a-b': 1, if: 2, class: 3 };
export const z = async function* named() {};

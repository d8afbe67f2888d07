// Prints an outline of files as the TypeScript compiler parses them: node typescript.mjs MODULE < list of paths.
// One line a file: "ERR path" where it is refused, else the outline's parts joined by blanks, a tab and the path.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const ts = require(process.argv[2]);
const K = ts.SyntaxKind;

function kindOf(path) {
  if (/\.tsx$/i.test(path)) return ts.ScriptKind.TSX;
  if (/\.[mc]?ts$/i.test(path)) return ts.ScriptKind.TS;
  return ts.ScriptKind.JSX;
}

const functions = new Set([
  K.FunctionDeclaration, K.FunctionExpression, K.ArrowFunction, K.MethodDeclaration, K.Constructor,
  K.GetAccessor, K.SetAccessor,
]);

function outline(source) {
  const parts = [];
  const at = (node) => `${node.getStart(source)}-${node.end}`;
  const has = (node, kind) => (node.modifiers ?? []).some((m) => m.kind === kind);
  const nameOf = (node) => {
    if (!node.name) return "";
    if (ts.isComputedPropertyName(node.name)) return "";
    return node.name.text ?? "";
  };
  const visit = (node) => {
    if (functions.has(node.kind) && !ts.isInterfaceDeclaration(node.parent) && !ts.isTypeLiteralNode(node.parent)) {
      const flags = (has(node, K.AsyncKeyword) ? "a" : "") + (node.asteriskToken ? "g" : "");
      parts.push(`F${flags}:${nameOf(node)}:${node.parameters.length}:${at(node)}`);
    } else if (ts.isClassLike(node)) {
      const heritage = (node.heritageClauses ?? []).reduce((n, c) => n + c.types.length, 0);
      const decorators = (node.modifiers ?? []).filter((m) => m.kind === K.Decorator).length;
      parts.push(`C:${nameOf(node)}:${heritage}:${decorators}:${at(node)}`);
    } else if (ts.isInterfaceDeclaration(node)) {
      parts.push(`I:${nameOf(node)}:${node.members.length}:${at(node)}`);
    } else if (ts.isEnumDeclaration(node)) {
      parts.push(`E:${nameOf(node)}:${node.members.length}:${at(node)}`);
    } else if (ts.isTypeAliasDeclaration(node)) {
      parts.push(`T:${nameOf(node)}:${at(node)}`);
    } else if (ts.isCallExpression(node)) {
      parts.push(`${node.expression.kind === K.ImportKeyword ? "D" : "L"}:${node.arguments.length}:${at(node)}`);
    } else if (ts.isNewExpression(node)) {
      parts.push(`N:${node.arguments?.length ?? 0}:${at(node)}`);
    } else if (ts.isImportDeclaration(node)) {
      parts.push(`M:${node.moduleSpecifier.text}`);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      parts.push(`X:${node.moduleSpecifier.text}`);
    } else if (ts.isVariableDeclaration(node)) {
      parts.push(`V:${at(node)}`);
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind !== K.CommaToken) {
      parts.push(`B:${node.operatorToken.getText(source)}:${at(node)}`);
    } else if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) {
      parts.push(`J:${at(node)}`);
    } else if (ts.isConditionalExpression(node)) {
      parts.push(`Q:${at(node)}`);
    } else if (node.kind === K.RegularExpressionLiteral || ts.isTemplateExpression(node) || ts.isAwaitExpression(node)) {
      parts.push(`${ts.isAwaitExpression(node) ? "W" : ts.isTemplateExpression(node) ? "P" : "R"}:${at(node)}`);
    } else if (ts.isIfStatement(node) || ts.isIterationStatement(node, false) || ts.isTryStatement(node) || ts.isReturnStatement(node)) {
      parts.push(`S:${at(node)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return parts;
}

for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const source = ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.Latest }, true, kindOf(path));
  const failed = source.parseDiagnostics.length > 0;
  if (failed) {
    const first = source.parseDiagnostics[0];
    process.stdout.write(`ERR ${first.start} ${ts.flattenDiagnosticMessageText(first.messageText, " ").replaceAll("\n", " ")}\t${path}\n`);
  } else {
    process.stdout.write(`${outline(source).sort().join(" ").replaceAll("\n", "\\n").replaceAll("\t", "\\t")}\t${path}\n`);
  }
}

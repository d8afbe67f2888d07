// Runs canonical_ast.py in CPython 3.14 (pyodide): node cpython314.mjs FOLDER | --sources FILE
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [first, second] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.writeFile("/canonical_ast.py", readFileSync(new URL("canonical_ast.py", import.meta.url)));
let target;
if (first === "--sources") {
  python.FS.writeFile("/sources", readFileSync(second));
  target = ["--sources", "/sources"];
} else {
  python.FS.mkdir("/folder");
  python.mountNodeFS("/folder", first);
  target = ["/folder"];
}
python.globals.set("target", python.toPy(target));
process.stdout.write(python.runPython("import sys; sys.path.insert(0, '/'); import canonical_ast; canonical_ast.main(target)"));

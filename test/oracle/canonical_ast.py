"""Prints CPython's own trees as hashes: `PLAIN POSITIONS path` for each file, or `ERR ERR path`.

usage: canonical_ast.py FOLDER            every .py file below it, site-packages left out
       canonical_ast.py --sources FILE    sources separated by a zero byte, each numbered
"""

import ast
import hashlib
import os
import sys
import warnings


def canonical(root, positions):
    """The text whose SHA-1 Motif computes too, written without recursion: what is a string stands as it is."""
    out, stack = [], [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            out.append(item)
            continue
        parts = elements(item) if isinstance(item, list) else fields(item, positions)
        parts.reverse()
        stack += parts
    return "".join(out)


def elements(items):
    parts, text = [], "["
    for item in items:
        if isinstance(item, (ast.AST, list)):
            parts += [text, item]
            text = ","
        else:
            text += scalar(item) + ","
    return [*parts, text + "]"]


def fields(node, positions):
    parts, text = [], head(node, positions)
    for field in node._fields:
        value = getattr(node, field, None)
        if field in ("type_params", "type_ignores") and not value:
            continue
        if field == "kind" and value is None:
            continue
        if isinstance(value, (ast.AST, list)):
            parts += [text + field + "=", value]
            text = ","
        else:
            text += f"{field}={scalar(value)},"
    return [*parts, text + ")"]


def head(node, positions):
    if not positions or not hasattr(node, "lineno"):
        return type(node).__name__ + "("
    start, end = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
    return f"{type(node).__name__}@{start[0]}:{start[1]}-{end[0]}:{end[1]}("


def scalar(value):
    if isinstance(value, float):
        return "float:" + value.hex()
    if isinstance(value, complex):
        return f"complex:{value.real.hex()}+{value.imag.hex()}j"
    return f"{type(value).__name__}:{value!r}"


def hashes(source):
    try:
        tree = ast.parse(source)
    except Exception:
        return "ERR ERR"
    return " ".join(
        hashlib.sha1(canonical(tree, positions).encode("utf-8", "surrogatepass")).hexdigest()
        for positions in (False, True)
    )


def folder(root):
    for directory, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in ("site-packages", "dist-packages"))
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(directory, name)
                with open(path, "rb") as file:
                    yield f"{hashes(file.read())} {os.path.relpath(path, root)}"


def sources(path):
    with open(path, "rb") as file:
        for number, source in enumerate(file.read().split(b"\0")):
            yield f"{hashes(source)} {number}"


def main(arguments):
    warnings.simplefilter("ignore")
    lines = sources(arguments[1]) if arguments[0] == "--sources" else folder(arguments[0])
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]))

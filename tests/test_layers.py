"""The layers of tipdiff, held by reading the imports: downward only, pure below the edges."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

import tipdiff

PACKAGE = Path(next(iter(tipdiff.__path__)))
MODULES = sorted(PACKAGE.rglob("*.py"))

#: The layers from the bottom up; each may import those below it and itself. Those that share a row
#: may import one another. A module stands in the layer of its first name below the package.
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"normalise", "patterns"}),
    frozenset({"records", "errors", "arguments", "text", "display", "frames"}),
    frozenset({"language"}),
    frozenset({"reading"}),
    frozenset({"claims"}),
    frozenset({"alignment", "checks"}),
    frozenset({"comparison"}),
    frozenset({"chaining"}),
    frozenset({"series"}),
    frozenset({"histories"}),
    frozenset({"plots"}),
    frozenset({"output", "serial", "structure", "validation", "api"}),
    frozenset({"archive"}),
    frozenset({"cli", "__main__"}),
)
#: Inside a package, the order in which its parts build on one another, from the bottom up.
INNER: dict[str, tuple[frozenset[str], ...]] = {
    "claims": (
        frozenset({"quantities"}),
        frozenset({"scanning"}),
        frozenset({"relations"}),
        frozenset({"context"}),
        frozenset({"indicators"}),
        frozenset({"extract"}),
        frozenset({"of_table"}),
        frozenset({"of_list"}),
        frozenset({"of_report"}),
        frozenset({"pairing"}),
        frozenset({"told"}),
    ),
}
#: The public face: it re-exports, and so may import all but the command line.
FACE = "__init__"

#: Where files, the clock, the environment and the terminal may be touched.
EDGES = (
    "cli",
    "__main__",
    "reading/sources",
    "archive/scanning",
    "archive/deadline",
    "archive/connecting",
    "archive/store",
    "archive/executors",
    "archive/building",
)

#: What touches them, by name or by attribute.
IMPURE_NAMES = {"open", "print", "input"}
IMPURE_ATTRIBUTES = {
    "environ",
    "getenv",
    "stdin",
    "stdout",
    "stderr",
    "now",
    "today",
    "utcnow",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "getcwd",
    "urandom",
}
IMPURE_MODULES = {"time", "random", "socket", "subprocess", "tempfile", "locale", "secrets"}

#: Libraries that take long to import: never at a module's top, so that start-up stays quick.
HEAVY = {"matplotlib", "cattrs", "charset_normalizer", "nupunkt", "pandas", "scipy"}
HEAVY |= {"docx", "pdfplumber", "striprtf", "lxml"}

#: A module is read in one sitting.
MOST_LINES = 400

each_module = pytest.mark.parametrize(
    "path", MODULES, ids=[str(p.relative_to(PACKAGE)) for p in MODULES]
)


def layer_of(dotted: str) -> int:
    """The number of the layer that ``tipdiff.X...`` stands in."""
    name = dotted.split(".")[1]
    return next(i for i, layer in enumerate(LAYERS) if name in layer)


def dotted_name(path: Path) -> str:
    """The module's name as it is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts)


def imports(path: Path) -> list[tuple[str, int]]:
    """Every module that ``path`` imports, anywhere in it, with its line."""
    found = []
    package = dotted_name(path).split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            if module == "tipdiff":
                found += [(f"tipdiff.{alias.name}", node.lineno) for alias in node.names]
            else:
                found.append((module, node.lineno))
    return found


class TestLayers:
    """Each layer imports those below it only."""

    def test_every_module_has_a_layer(self) -> None:
        """No module stands outside the layers."""
        names = {dotted_name(path).split(".")[1] for path in MODULES}

        assert names - {FACE} <= frozenset().union(*LAYERS)

    @each_module
    def test_downward_only(self, path: Path) -> None:
        """No import points up, wherever in the module it stands."""
        own = dotted_name(path)
        face = own == f"tipdiff.{FACE}"
        here = len(LAYERS) - 2 if face else layer_of(own)
        upward = [
            f"line {line}: {name}"
            for name, line in imports(path)
            if name.startswith("tipdiff.")
            and name.split(".")[1] in frozenset().union(*LAYERS)
            and layer_of(name) > here
        ]

        assert not upward

    @each_module
    def test_one_way_inside(self, path: Path) -> None:
        """Inside a package with an order of its own, no import points up either."""
        own = dotted_name(path).split(".")
        order = INNER.get(own[1])
        if order is None or own[2] == FACE:
            return
        here = next(i for i, part in enumerate(order) if own[2] in part)
        known = frozenset().union(*order)
        upward = [
            f"line {line}: {name}"
            for name, line in imports(path)
            if name.split(".")[:2] == own[:2]
            and (*name.split("."), FACE)[2] in known
            and next(i for i, part in enumerate(order) if name.split(".")[2] in part) > here
        ]

        assert not upward

    @each_module
    def test_no_import_of_the_face(self, path: Path) -> None:
        """Below the command line no module imports the public face, which imports them all."""
        if dotted_name(path).split(".")[1] in {"cli", "__main__", FACE}:
            return
        known = frozenset().union(*LAYERS)
        faced = [
            f"line {line}: {name}"
            for name, line in imports(path)
            if name.split(".")[0] == "tipdiff" and (*name.split("."), FACE)[1] not in known
        ]

        assert not faced


class TestPurity:
    """Files, clock, environment and terminal are touched at the edges only."""

    @each_module
    def test_core_is_pure(self, path: Path) -> None:
        """Nothing below the edges opens, prints, looks at the clock or at the environment."""
        place = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if place.startswith(EDGES):
            return
        impure = []
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                impure += [f"line {node.lineno}: {node.func.id}"] * (node.func.id in IMPURE_NAMES)
            elif isinstance(node, ast.Attribute) and node.attr in IMPURE_ATTRIBUTES:
                if "files(" in ast.unparse(node.value):
                    continue  # importlib.resources: the package's own tables are part of it
                impure.append(f"line {node.lineno}: {node.attr}")
        impure += [
            f"line {line}: {name}"
            for name, line in imports(path)
            if name.split(".")[0] in IMPURE_MODULES
        ]

        assert not impure


class TestModules:
    """What every module is."""

    @each_module
    def test_read_in_one_sitting(self, path: Path) -> None:
        """A module has fewer lines than fit one sitting."""
        assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES

    @each_module
    def test_says_what_it_is(self, path: Path) -> None:
        """A module opens with its docstring."""
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    @each_module
    def test_heavy_libraries_wait(self, path: Path) -> None:
        """No module imports a heavy library before it is used."""
        tree = ast.parse(path.read_text(encoding="utf-8"))
        later = {
            inner
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
            for inner in ast.walk(node)
        }
        early = []
        for node in (n for n in ast.walk(tree) if n not in later):
            if isinstance(node, ast.Import):
                early += [a.name for a in node.names if a.name.split(".")[0] in HEAVY]
            elif isinstance(node, ast.ImportFrom) and node.module:
                early += [node.module] * (node.module.split(".")[0] in HEAVY)

        assert not early


def _needed(path: Path, known: Mapping[str, Path]) -> set[str]:
    """The modules of the package that ``path`` imports, submodules by their own names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & known.keys() or {node.module}
    return found & known.keys()


class TestCircles:
    """No module needs itself."""

    def test_no_circle_of_imports(self) -> None:
        """No chain of imports, wherever in a module they stand, leads back to where it began."""
        known = {dotted_name(path).removesuffix(f".{FACE}"): path for path in MODULES}
        needs = {name: _needed(path, known) - {name} for name, path in known.items()}
        while True:  # take away what needs nothing that is left: only circles stay
            free = {name for name, needed in needs.items() if not needed & needs.keys()}
            if not free:
                break
            needs = {name: needed for name, needed in needs.items() if name not in free}
        circles = {
            name: needed & needs.keys()
            for name, needed in needs.items()
            if any(name in needs.get(other, ()) for other in needs)
        }

        assert not circles

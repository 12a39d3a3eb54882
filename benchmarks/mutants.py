"""The mutants of a module: what mutmut makes of its functions, but for changes that no caller can tell."""

from __future__ import annotations

import ast
import difflib
import hashlib
import importlib
import inspect
import sys
import textwrap
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mutmut.mutation.file_mutation import mutate_file_contents

SOURCES = Path(__file__).parents[1] / "scripts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One changed function; ``key`` follows from the texts before and after."""

    name: str
    key: str
    function: types.FunctionType
    changed: types.FunctionType
    before: str
    after: str

    @property
    def place(self) -> str:
        """``measure.caps.fit``, ``ledger.policy.draft.Draft.finding``."""
        module, _, name = self.name.partition("__mutmut_")[0].removeprefix("plus100.").rpartition(".")
        return f"{module}.{'.'.join(name.split('ǁ')[1:]) or name.removeprefix('x_')}"

    @property
    def change(self) -> str:
        """The lines that differ, ``before → after``; a reason names a mutant by them."""
        left, right = _lines(self.before), _lines(self.after)
        moves = difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        pairs = [(left[i:j], right[k:m]) for move, i, j, k, m in moves if move != "equal"]
        olds, news = (" ".join(line for pair in pairs for line in pair[n]) for n in (0, 1))
        return f"{olds} → {news}"

    @property
    def same(self) -> bool:
        """Whether it differs only in what no caller can tell."""
        before, after = (
            Alike().visit(ast.parse(textwrap.dedent(text))) for text in (self.before, self.after)
        )
        return ast.dump(before) == ast.dump(after)


class Alike(ast.NodeTransformer):
    """Takes out of a function what no caller can tell (the rules stand in ``tests/mutation/README.md``)."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """A mutant has another name."""
        self.generic_visit(node)
        node.name = ""
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """``strict=`` of ``zip``."""
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "zip":
            node.keywords = [one for one in node.keywords if one.arg != "strict"]
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        """A flag that is ``None`` instead of ``False``."""
        return ast.Constant(None) if node.value is False else node


def modules(names: Iterable[str]) -> Iterator[types.ModuleType]:
    """The modules named, or all that are to be mutated."""
    wanted = list(names)
    if not wanted:
        folders = (SOURCES / "plus100" / "measure", SOURCES / "plus100" / "ledger" / "policy")
        paths = sorted(path for folder in folders for path in folder.rglob("*.py"))
        wanted = [".".join(path.relative_to(SOURCES).with_suffix("").parts) for path in paths]
    return (importlib.import_module(name.removesuffix(".__init__")) for name in wanted)


def mutants(module: types.ModuleType) -> Iterator[Mutant]:
    """Every mutant of a module's functions and methods."""
    source = Path(str(module.__file__)).read_text("utf-8")
    made = mutate_file_contents(str(module.__file__), source)
    scratch = _scratch(module, made.code)
    lines = made.code.splitlines()
    for name in made.mutant_names:
        function, changed = _find(module, name), _find_mutant(scratch, name)
        if function is None or changed is None:
            continue
        span = made.line_span_by_function_name[name]
        before, after = inspect.getsource(function), "\n".join(lines[span.start - 1 : span.end])
        yield Mutant(
            name=f"{module.__name__}.{name}",
            key=hashlib.sha256((before + after).encode()).hexdigest()[:20],
            function=function,
            changed=changed,
            before=before,
            after=after,
        )


def _scratch(module: types.ModuleType, code: str) -> types.ModuleType:
    """A module that holds every mutant beside the functions."""
    scratch = types.ModuleType(module.__name__)
    scratch.__dict__.update(__file__=module.__file__, __package__=module.__package__)
    before = sys.modules[module.__name__]
    sys.modules[module.__name__] = scratch  # dataclasses look their module up
    try:
        exec(compile(code, str(module.__file__), "exec"), scratch.__dict__)  # noqa: S102
    finally:
        sys.modules[module.__name__] = before
    return scratch


def _find(module: types.ModuleType, mutant: str) -> types.FunctionType | None:
    """The function that a mutant stands for: ``x_name`` or ``xǁClassǁname``."""
    plain = mutant.partition("__mutmut_")[0]
    if plain.startswith("xǁ"):
        _, owner, name = plain.split("ǁ")
        found: Any = vars(getattr(module, owner)).get(name)
    else:
        found = getattr(module, plain.removeprefix("x_"), None)
    return found if isinstance(found, types.FunctionType) else None


def _find_mutant(scratch: types.ModuleType, mutant: str) -> types.FunctionType | None:
    """The changed function in the scratch module."""
    owner = scratch if not mutant.startswith("xǁ") else getattr(scratch, mutant.split("ǁ")[1])
    found = vars(owner).get(mutant)
    return found if isinstance(found, types.FunctionType) else None


def _lines(text: str) -> list[str]:
    """A function's lines but for its name, without indentation and empty lines."""
    stripped = (line.strip().replace("__mutmut", "\0").partition("\0") for line in text.splitlines())
    return [head for head, cut, _ in stripped if head and not (cut or head.startswith("def "))]

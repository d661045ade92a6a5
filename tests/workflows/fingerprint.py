"""What each workflow commands Temporal to do, in order, read from its source.

A run that is open while new code is deployed is replayed by it: each activity, child, timer and
continue-as-new must come again in the recorded order. This list makes every change of that order visible.
`python -m tests.workflows.fingerprint --write` accepts the present order as the new baseline.
"""

import ast
import copy
import difflib
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BASELINE = Path(__file__).parent / "baseline.json"
DECIDING = (
    "domain/identifiers.py",
    "domain/interview_bot/moves.py",
    "domain/interview_plan.py",
    "domain/tempo.py",
)
"""Pure code by which workflows choose their next command: as much a part of the order as the workflows."""

COMMANDS = frozenset(
    {"execute_activity", "execute_activity_method", "execute_activity_class", "start_activity",
     "start_activity_method", "execute_local_activity", "execute_local_activity_method", "start_local_activity",
     "start_local_activity_method", "execute_child_workflow", "start_child_workflow", "continue_as_new",
     "wait_condition", "sleep", "patched", "deprecate_patch", "get_external_workflow_handle",
     "get_external_workflow_handle_for", "upsert_search_attributes", "upsert_memo", "uuid4", "random",
     "set_current_details", "wait", "as_completed"}
)  # fmt: skip
HANDLERS = frozenset({"update", "signal", "query"})

Fingerprint = dict[str, dict[str, list[str]]]
"""Class (or module) -> method -> lines in order."""


def _parsed(source: str) -> ast.Module:
    """The syntax tree. CPython before 3.13 may fail while another thread parses too (cpython issue 106905)."""
    for _ in range(10):
        try:
            return ast.parse(source)
        except SystemError:
            continue
    return ast.parse(source)


def sources() -> dict[str, str]:
    """The files that decide what a workflow commands, by their path in the repository."""
    paths = [*sorted(p.relative_to(ROOT) for p in (ROOT / "workflows").glob("*.py")), *map(Path, DECIDING)]
    return {path.as_posix(): (ROOT / path).read_text("utf-8") for path in paths}


def fingerprint(files: Mapping[str, str]) -> Fingerprint:
    """The commands of all workflows in these files, and a digest of the code that chooses between them."""
    trees = {path: _parsed(source) for path, source in files.items()}
    flows = {path: tree for path, tree in trees.items() if path.startswith("workflows/")}
    commanding = _commanding(flows.values())
    found: Fingerprint = {}
    for path, tree in flows.items():
        for node in tree.body:
            commands = _of_class(node, commanding) if isinstance(node, ast.ClassDef) else {}
            if isinstance(node, ast.ClassDef) and commands:
                found[node.name] = commands
        tables = dict(_tables(tree))
        if tables:
            found[path] = tables
    for path, tree in trees.items():
        if path not in flows:
            found[path] = {name: [digest] for name, digest in _digests(tree)}
    return found


def explain(before: Fingerprint, after: Fingerprint) -> str:
    """What differs, and what to do about it; empty when nothing does."""
    changes = []
    for name in sorted({*before, *after}):
        old, new = before.get(name, {}), after.get(name, {})
        for part in sorted({*old, *new}):
            if old.get(part) != new.get(part):
                lines = difflib.ndiff(old.get(part, []), new.get(part, []))
                changes.append(
                    f"{name}.{part}:\n" + "\n".join(f"    {line}" for line in lines if line[0] != "?")
                )
    if not changes:
        return ""
    return (
        "Workflows would do something else than before, or in another order:\n\n"
        + "\n".join(changes)
        + "\n\nA run that is open now would fail to replay and stand still until the code is corrected.\n"
        "- Keep the old order for old runs: if workflow.patched('a-name'): new, else: old; see the recorded\n"
        "  histories replay (tests/workflows/test_replay.py).\n"
        "- No run of the old shape can be open, or every recorded history still replays: accept the change with\n"
        "  python -m tests.workflows.fingerprint --write\n"
        "  and record the golden paths anew: UNDERSTUDY_RECORD_HISTORIES=1 pytest tests/workflows"
    )


def baseline() -> Fingerprint:
    """The accepted order."""
    accepted: Fingerprint = json.loads(BASELINE.read_text("utf-8"))
    return accepted


def write_baseline() -> None:
    """Accept the present order."""
    text = json.dumps(fingerprint(sources()), indent=1, sort_keys=True)
    BASELINE.write_text(text + "\n", "utf-8")


def _of_class(node: ast.ClassDef, commanding: frozenset[str]) -> dict[str, list[str]]:
    methods: dict[str, list[str]] = {}
    handlers = []
    for method in _methods(node):
        for decorator in method.decorator_list:
            kind = _workflow_name(decorator.func if isinstance(decorator, ast.Call) else decorator)
            if kind in HANDLERS:
                handlers.append(f"{kind} {method.name}")
        if any(_of_expression(method, commanding)):
            methods[method.name] = list(_of_block(method.body, commanding))
    if handlers:
        methods["(handlers)"] = sorted(handlers)
    return methods


def _of_block(body: list[ast.stmt], commanding: frozenset[str]) -> Iterator[str]:
    """Lines of statements; a condition or loop is a line when it holds a command or a way out."""
    for statement in body:
        match statement:
            case ast.If(test=test, body=then, orelse=otherwise):
                yield from _of_expression(test, commanding)
                yield from _indented(f"if {_without_texts(test)}", then, commanding)
                yield from _indented("else", otherwise, commanding)
            case ast.While(test=test, body=then):
                inside = [*_of_expression(test, commanding), *_of_block(then, commanding)]
                if inside:
                    yield f"while {_without_texts(test)}"
                    yield from (f"  {line}" for line in inside)
            case (
                ast.For(target=target, iter=over, body=then)
                | ast.AsyncFor(target=target, iter=over, body=then)
            ):
                yield from _of_expression(over, commanding)
                yield from _indented(f"for {ast.unparse(target)} in {ast.unparse(over)}", then, commanding)
            case ast.Try(body=then, handlers=handlers, orelse=otherwise, finalbody=finally_):
                yield from _indented("try", then, commanding)
                for handler in handlers:
                    caught = ast.unparse(handler.type) if handler.type else "everything"
                    yield from _indented(f"except {caught}", handler.body, commanding)
                yield from _indented("else", otherwise, commanding)
                yield from _indented("finally", finally_, commanding)
            case ast.With(items=items, body=then) | ast.AsyncWith(items=items, body=then):
                for item in items:
                    yield from _of_expression(item.context_expr, commanding)
                yield from _of_block(then, commanding)
            case ast.Return() | ast.Raise() | ast.Break() | ast.Continue():
                yield from _of_expression(statement, commanding)
                yield type(statement).__name__.lower()
            case _:
                yield from _of_expression(statement, commanding)


def _indented(head: str, body: list[ast.stmt], commanding: frozenset[str]) -> Iterator[str]:
    inside = list(_of_block(body, commanding))
    if inside:
        yield head
        yield from (f"  {line}" for line in inside)


def _of_expression(node: ast.AST, commanding: frozenset[str]) -> Iterator[str]:
    """Commands and calls of own commanding methods, arguments before the call as Python evaluates them."""
    if isinstance(node, ast.Lambda):
        return
    for child in ast.iter_child_nodes(node):
        yield from _of_expression(child, commanding)
    if isinstance(node, ast.Call) and (
        _workflow_name(node.func) in COMMANDS or _own_name(node.func) in commanding
    ):
        yield _without_texts(node)


def _without_texts(node: ast.AST) -> str:
    """A call as source, without texts for people and time-outs of steps: a replay does not compare them."""
    bare = copy.deepcopy(node)
    for part in ast.walk(bare):
        if isinstance(part, ast.Call):
            part.keywords = [k for k in part.keywords if k.arg and not _is_option(k.arg)]
            is_patch = _workflow_name(part.func) in {"patched", "deprecate_patch"}
            part.args = part.args if is_patch else [a for a in part.args if not _is_text(a)]
    return ast.unparse(bare)


def _is_option(keyword: str) -> bool:
    return keyword.endswith(("summary", "_timeout")) or keyword == "retry_policy"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _commanding(trees: Iterable[ast.Module]) -> frozenset[str]:
    """Names of methods that command something, themselves or through a method they call."""
    classes = [node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    methods = [method for node in classes for method in _methods(node)]
    found: frozenset[str] = frozenset()
    while True:
        more = frozenset(method.name for method in methods if any(_of_expression(method, found)))
        if more == found:
            return found
        found = more


def _methods(node: ast.ClassDef) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [item for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)]


def _tables(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """Module-level tables from a decision to its activity."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            pairs = zip(node.value.keys, node.value.values, strict=True)
            yield (
                ast.unparse(node.targets[0]),
                [f"{ast.unparse(key)}: {ast.unparse(value)}" for key, value in pairs if key is not None],
            )


def _digests(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """A digest of each top-level definition, deaf to comments and docstrings."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, hashlib.sha256(ast.unparse(_undocumented(node)).encode()).hexdigest()[:16]
        elif isinstance(node, ast.Assign):
            yield ast.unparse(node.targets[0]), ast.unparse(node.value)


def _undocumented(node: ast.stmt) -> ast.stmt:
    bare = copy.deepcopy(node)
    for part in ast.walk(bare):
        if isinstance(part, ast.FunctionDef | ast.ClassDef):
            part.body = [s for s in part.body if not (isinstance(s, ast.Expr) and _is_text(s.value))]
    return bare


def _workflow_name(node: ast.expr) -> str | None:
    """`x` of `workflow.x`."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "workflow":
        return node.attr
    return None


def _own_name(node: ast.expr) -> str | None:
    """`x` of `self.x`."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
        return node.attr
    return None


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python -m tests.workflows.fingerprint --write")
    write_baseline()

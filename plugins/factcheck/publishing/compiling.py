"""
How the theme's templates become Python: as Jinja does it, without what no view needs.

A page is thousands of attributes, escaped texts and calls of macros. Jinja looks for an attribute
among a mapping's keys too, wraps every escaped text in ``Markup`` although it only joins it, and
asks of every macro whether it wants the context; that is half of the time a page takes.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from markupsafe import Markup, escape

# Not public, but all of ``escape`` that a text needs: three quarters of its time go into Markup.
from markupsafe import _escape_inner as escaped_text  # type: ignore[attr-defined]


def escaped(value: Any) -> str:  # noqa: ANN401
    """
    Escape a value for the page; as ``markupsafe.escape`` does, but a text stays a plain string.
    """
    kind = type(value)
    if kind is str:
        return escaped_text(value)
    if kind is int:
        return str(value)
    return value if kind is Markup else escape(value)


class PlainMacro(Macro):
    """
    A macro that takes its arguments as they come where all are given in order.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Take what Jinja makes a macro of."""
        super().__init__(*args, **kwargs)
        takes_more = self.catch_kwargs or self.catch_varargs or self.caller
        self._takes = -1 if takes_more else self._argument_count

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401
        """Render the macro, which has escaped what it holds."""
        if kwargs or len(args) != self._takes:
            return super().__call__(*args, **kwargs)
        return str.__new__(Markup, self._func(*args))


class Compiler(CodeGenerator):
    """
    Writes a template's Python code.
    """

    def write_commons(self) -> None:
        """Begin a function: with this module's own escaping and macros."""
        self.writeline("escape, Macro = environment.escape, environment.macro")
        super().write_commons()

    def enter_frame(self, frame: Frame) -> None:
        """Begin a block with a list: piece by piece, its text would pass every frame above it."""
        super().enter_frame(frame)
        if _is_block(frame):
            self.buffer(frame)

    def leave_frame(
        self,
        frame: Frame,
        with_python_scope: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> None:
        """End a block with its whole text."""
        if _is_block(frame):
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write ``a.b`` as it stands: views have attributes, and a missing one is an error."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Write a call of a macro with arguments in order as a call; others are Jinja's own."""
        is_plain = not (forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs)
        if not is_plain or self._wants_context(node.node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _wants_context(self, called: nodes.Node) -> bool:
        """Tell whether something may be Jinja's own function, which may ask for the context."""
        return not isinstance(called, nodes.Name) or called.name in self.environment.globals


def _is_block(frame: Frame) -> bool:
    return frame.block_frame and frame.parent is None


class Compiled(Environment):
    """
    Jinja's environment with templates that are compiled so, each found once.
    """

    code_generator_class = Compiler
    escape = staticmethod(escaped)
    macro = PlainMacro

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        """
        Take Jinja's settings.
        """
        super().__init__(**settings)
        self._found: dict[str | Template, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """
        Return a template; every page asks for its frame and its components anew.
        """
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """
        Return what every template knows; where it has nothing of its own, without a chain.
        """
        return super().make_globals(d) if d else self.globals

"""
How the theme's templates become Python: in one language, and without what no view needs.

A page is thousands of attributes, escaped texts and calls of macros. Jinja looks for an attribute
among a mapping's keys too, wraps every escaped text in ``Markup`` although it only joins it, and
asks of every macro whether it wants the context; that is half of the time a page takes. Texts of
the interface are put in when a template is compiled, so that they cost a page nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from typing import Any, Final, TypeGuard

from jinja2 import Environment, Template, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

# Not public, but all of ``escape`` that a text needs: three quarters of its time go into Markup.
from markupsafe import _escape_inner as escaped_text  # type: ignore[attr-defined]

from factcheck.publishing.words import Words

#: A value's place in a text, as Jinja's ``trans`` writes it; and a percent sign.
PLACE: Final = re.compile(r"%\((\w+)\)s|%(%)")


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


class Spoken(NodeTransformer):
    """
    Puts texts of the interface where a template asks for them (``trans`` and ``pgettext``).
    """

    def __init__(self, words: Words) -> None:
        """
        Take the language.
        """
        self._words = words

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - Jinja's name
        """Put a text with its values among what is written."""
        shown: list[nodes.Expr] = []
        for one in node.nodes:
            if self._asks(one):
                shown += self._pieces(one)
            else:
                shown.append(self.visit(one))
        node.nodes = shown
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802
        """Put a text without values in the place of an expression."""
        if not self._asks(node):
            return self.generic_visit(node)  # type: ignore[return-value]
        if node.kwargs:
            msg = "a text with values stands in a trans block of its own"
            raise TemplateSyntaxError(msg, node.lineno)
        return nodes.Const(self._text(node).replace("%%", "%"), lineno=node.lineno)

    def _pieces(self, call: nodes.Call) -> Iterator[nodes.Expr]:
        values = {one.key: one.value for one in call.kwargs}
        # Every third is what stands between places, then a value's name or a percent sign.
        parts = PLACE.split(self._text(call))
        for text, name, sign in zip(
            parts[::3], (*parts[1::3], ""), (*parts[2::3], ""), strict=True
        ):
            if text or sign:
                # An apostrophe ends nothing: attributes stand in double quotes.
                shown = str(escape(text + (sign or ""))).replace("&#39;", "'")
                yield nodes.TemplateData(shown, lineno=call.lineno)
            if name:
                yield self.visit(values[name])

    def _text(self, call: nodes.Call) -> str:
        context, text = (one.as_const() for one in call.args)
        return self._words.say(context, text)

    @staticmethod
    def _asks(node: nodes.Node) -> TypeGuard[nodes.Call]:
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return False
        if node.node.name in {"gettext", "ngettext", "npgettext"}:
            msg = "a text needs a context, and numbers are told by views"
            raise TemplateSyntaxError(msg, node.lineno)
        return node.node.name == "pgettext"


def _join_outputs(node: nodes.Node) -> None:
    """Let outputs that follow each other be one, so that they are written in one go."""
    for _, value in node.iter_fields():
        if isinstance(value, list):
            joined: list[Any] = []
            for one in value:
                if joined and isinstance(one, nodes.Output) and type(joined[-1]) is type(one):
                    joined[-1].nodes += one.nodes
                else:
                    joined.append(one)
            value[:] = joined
    for child in node.iter_child_nodes():
        _join_outputs(child)


class Compiler(CodeGenerator):
    """
    Writes a template's Python code.
    """

    def write_commons(self) -> None:
        """Begin a function: with this module's own escaping and macros."""
        self.writeline("escape, escaped_text = environment.escape, environment.escaped_text")
        self.writeline("Macro = environment.macro")
        super().write_commons()

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Begin what is written: most of it is text, which is told here and not in a call."""
        if not _is_escaped(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(escaped_text(it) if type(it := ")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """End what is written."""
        if not _is_escaped(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(") is str else escape(it))")

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


def _is_escaped(frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
    """Tell whether what is written there is escaped, as is surely known, and nothing else."""
    known = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
    return bool(known) and finalize.src is None


def _is_block(frame: Frame) -> bool:
    return frame.block_frame and frame.parent is None


class Compiled(Environment):
    """
    Jinja's environment with templates that are compiled so, each found once.
    """

    code_generator_class = Compiler
    escape = staticmethod(escaped)
    escaped_text = staticmethod(escaped_text)
    macro = PlainMacro

    def __init__(self, words: Words, **settings: Any) -> None:  # noqa: ANN401
        """
        Take the language of their texts, and Jinja's settings.
        """
        super().__init__(extensions=["jinja2.ext.i18n"], **settings)
        self.newstyle_gettext = True
        self._spoken = Spoken(words)
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

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> str:
        """Write a template's Python code, in its language."""
        self._spoken.visit(source)
        _join_outputs(source)
        return super()._generate(source, name, filename, defer_init)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """
        Return what every template knows; where it has nothing of its own, without a chain.
        """
        return super().make_globals(d) if d else self.globals

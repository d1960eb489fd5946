"""
What templates see: frozen views, one module for each thing that is shown.

Rule 1: a view holds words, addresses and trusted HTML (``Markup``), ready to print; a template
decides nothing but where they go.
Rule 2: a text that is not ``Markup`` is escaped by the template, always.
Rule 3: a view of which a fact-check has many is a ``NamedTuple``: as unchangeable as a frozen
dataclass, and made in a third of the time.
"""

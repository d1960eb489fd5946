"""
Structured data: what the site says of itself to machines, in schema.org's words and the W3C's.

Rule 1: what is told of in several places has one ``@id``, which leads to where it stands.
Rule 2: the desk's name and address stand beside its ``@id``, for readers who follow none.
Rule 3: nothing is told that the pages do not show.
"""

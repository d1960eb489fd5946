"""
Model to what is published: views for templates, structured data, feeds.

Rule 1: pure; model in, text or plain data out. Nothing here reads or writes a file but templates.
Rule 2: a page is made from its own fact-check's view and the site's, nothing else, so that it can
be rendered in any process and keyed by what it was made from.
"""

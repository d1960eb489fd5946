"""
Frozen, documented data, and the rules between its fields.

Rule 1: nothing here opens a file, parses a format or writes a page.
Rule 2: a name here is the trade's word from the project's glossary; schema.org's names live in
``factcheck.publishing.schemaorg`` only.
"""

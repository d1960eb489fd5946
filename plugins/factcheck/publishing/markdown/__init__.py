"""
The twins of a fact-check's pages: all that they say, in Markdown, for scripts and language models.
"""

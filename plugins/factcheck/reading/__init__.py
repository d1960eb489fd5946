"""
Bytes to model: the only floor that knows YAML, HTML and Markdown as formats to be read.

Rule 1: a reader takes bytes or text and the name to use in messages; it opens no file.
Rule 2: a reader returns what it made and every problem it met; it raises nothing on purpose.
"""

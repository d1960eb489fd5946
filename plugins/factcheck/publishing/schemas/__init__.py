"""
JSON Schemas of the files that editors type: for completion, help and errors while they type.

What a schema accepts is never narrower than what the reader accepts; rules between keys, and
whatever takes more than one value to see, are told by the check alone.
"""

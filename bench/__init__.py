"""
The bench: how fast the digest is built, beside its peers, from one corpus; and what it costs to
read the largest inputs.

Not a part of the plugin: it runs the same commands as anybody and looks at them from outside. Only
``bounds`` calls the reader itself.
"""

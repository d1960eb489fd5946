"""
The bench: how fast the digest is built, beside its peers, and what the largest inputs cost.

Not a part of the plugin: it runs the same commands as anybody and looks at them from outside. Only
``bounds`` calls the reader itself.
"""

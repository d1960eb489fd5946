"""
The judges: what others say of the built site, with the tools that the trade takes their word from.

Not a part of the plugin: it builds the site as anybody does and looks at it from outside.
"""

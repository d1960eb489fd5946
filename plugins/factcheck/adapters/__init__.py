"""
The file tree's listing and git, one module each; only use cases and doors call them.
"""

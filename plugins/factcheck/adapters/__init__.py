"""
The only places that touch the world outside: one module for the file tree, one for git.
"""

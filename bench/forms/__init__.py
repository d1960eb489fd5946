"""
The forms in which one corpus is written: one module for each tool's own.
"""

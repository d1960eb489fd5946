"""
What must be written, and how it becomes the published site.

Rule 1: this floor knows no YAML, no claim and no template; it is given paths and bytes.
Rule 2: the published folder changes in one step, or not at all.
"""

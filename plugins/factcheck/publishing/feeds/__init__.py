"""
Feeds: which there are, what stands in them, and how they are written in each form.
"""

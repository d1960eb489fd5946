"""
The collection: order, and what only all fact-checks together show.

Rule 1: pure; it is given fact-checks and gives data.
"""

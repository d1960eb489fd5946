"""
The doors: Pelican's and the terminal's.

Rule 1: only here are pelican, click and rich known.
Rule 2: a door decides nothing; it translates between its framework and a use case.
"""

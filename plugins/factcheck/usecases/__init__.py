"""
What people do with the project: one module for each use, and no framework.
"""

"""
Everything published as data, in the forms that others read: made from records, one at a time.
"""

"""
Search: what readers may see, as an index of small files that a browser asks for as it needs them.

``words`` parts texts, ``entries`` makes what one fact-check gives, ``index`` joins what all give,
``columns`` tells ratings, topics and the like. The browser's half is ``theme/static/js/search``.
"""

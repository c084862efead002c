"""Lists of sources: where one entry ends and the next begins, in lists, paragraphs, tables, mappings and sections.

`entries.py` is the way in; `looks.py` says what looks like a reference.
"""

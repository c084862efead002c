"""The materials handed in: files, and what a text says of files and links. `find.py` is the way in."""

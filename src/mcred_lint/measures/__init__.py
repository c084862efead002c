"""Measures: pure functions from the content of a component to a quantity and the items behind it.

One module for each, listed in `table.py`; what a rubric may say to each is in `specs.py`.
"""

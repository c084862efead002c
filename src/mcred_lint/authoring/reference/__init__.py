"""The reference of the rubric format: a page for each measure, place and part, made from its model and written prose."""

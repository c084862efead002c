"""A rubric with everything that it extends as one file, each value with a comment that says where it comes from."""

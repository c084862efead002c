"""The JSON Schema of rubric files, made from the models, for editors."""

"""`extends`: a rubric that says only what it changes of another, laid over it before anything is checked."""

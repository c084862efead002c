"""Which text answers which prompt. `find.py` is the way in: `cues.py` finds where answers may begin, `order.py` gives them to prompts."""

"""Which part of a submission is which component. `recognise.py` is the way in: declarations and names first (`names.py`,
`marks.py`), then content, as a guess (`likeness.py`, `guesses.py`)."""

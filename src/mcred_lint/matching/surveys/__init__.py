"""Surveys as they come: the questions of the blank form, and the copies that participants filled in.

`questions.py` and `responses.py` are the ways in. `sheets.py` cuts a component into sheets: `stretches.py` finds what announces one,
`content.py` reads what stands in it, `rounds.py` finds where the form begins again, `filled.py` tells a copy from the form.
"""

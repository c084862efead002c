"""How a submission is written in which a measure gives a certain amount: one recipe for each measure, listed in `table`."""

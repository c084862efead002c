"""mcred-lint: the completeness check in front of the assessor of an educator's micro-credential submission."""

__version__ = "0.1.0"

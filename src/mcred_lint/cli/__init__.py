"""The command line: the only room that prints, reads the environment, the clock or the working directory."""

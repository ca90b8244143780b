"""`make bench`: speed, memory and what is found, beside other tools in the same run.

Nothing here is a test: machines are noisy.  Short figures are the best of several rounds taken in turn.
"""

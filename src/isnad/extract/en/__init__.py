"""English: a grammar of clauses and noun phrases over strings of word classes."""

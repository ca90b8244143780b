"""Reading attribution in Persian: verb-final frames, light verbs, ezāfe noun phrases."""

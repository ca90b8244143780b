"""HTML pages: a tolerant tokenizer, visible text with offsets, and which blocks are the article."""

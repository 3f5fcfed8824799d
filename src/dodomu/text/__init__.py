"""The article as text: paragraphs, sentences, tokens, quotation marks, morphology, names; offsets true on the unmodified text."""

"""The article as text: paragraphs, sentences, tokens, quotation marks, morphology, names.

Offsets are true on the unmodified text.
"""

"""Every quote of an article has a key of its own."""

import dodomu


def test_sentences_that_differ_in_white_space_alone_have_keys_of_their_own():
    found = dodomu.extract("– Так,\xa0– сказав Марко Гай.\n\n– Так, – сказав Марко Гай.").quotes
    assert len(found) == 2
    assert len({quote.quote_id for quote in found}) == 2

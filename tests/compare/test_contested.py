"""What a speaker names only to contest it is no word of his."""

from compare.test_disputes import fact

from isnad.compare.contested import quoted_for


def test_a_speaker_is_taken_at_what_others_quote_him_for() -> None:
    facts = [fact(0, 11, "en:pilot"), fact(0, 5, "en:pilot"), fact(1, 11, "en:pilot"), fact(2, 5, "en:clerk")]
    assert quoted_for([0, 1], range(4), facts) == [0]


def test_nothing_is_chosen_where_nobody_quotes_him_or_for_both() -> None:
    facts = [fact(0, 11, "en:pilot"), fact(0, 5, "en:pilot"), fact(1, 11, "en:pilot"), fact(2, 5, "en:pilot")]
    assert quoted_for([0, 1], range(4), facts) == []
    assert quoted_for([0, 1], range(2), facts) == []

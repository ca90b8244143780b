"""Whether a place stands between quotation marks."""

from isnad.text.quoted import is_open


def test_marks_open_and_close() -> None:
    key = 'قال "نعم" ثم «لا» وسكت «حتى'
    open_at = {word: is_open(key, 0, key.index(word)) for word in ("قال", "نعم", "ثم", "لا", "وسكت", "حتى")}
    assert open_at == {"قال": False, "نعم": True, "ثم": False, "لا": True, "وسكت": False, "حتى": True}
    assert not is_open(key, key.index("نعم"), key.index("نعم") + 2)

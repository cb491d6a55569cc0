from __future__ import annotations

import pytest

from generator.errors import Language
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.views.digest.rates import bare_rate, rate_text, signed
from generator.views.digest.subject import Audience
from tests.insights.portfolio.notes import note
from tests.views.digest.subjects import subject
from tests.views.subjects import wording

NOTES = tuple(
    note(f"n{number:02}").model_copy(
        update={"customer": note("a").customer.model_copy(update={"alias": f"c {number}"})}
    )
    for number in range(4)
)


def of(k: int, n: int) -> Rate:
    return rate((f"n{number:02}" for number in range(k)), n)


@pytest.mark.parametrize(
    ("language", "k", "n", "text"),
    [
        ("en", 0, 0, "nothing to count"),
        ("en", 1, 4, "1 of 4"),
        ("en", 2, 5, "2 of 5 (12–77%)"),
        ("en", 0, 5, "0 of 5 (0–43%)"),
        ("en", 8, 20, "40% (22–61%, 8 of 20)"),
        ("en", 20, 50, "40% (28–54%, 20 of 50)"),
        ("zh", 2, 5, "2 / 5（12–77%）"),
        ("zh", 8, 20, "40%（22–61%，8 / 20）"),
    ],
)
def test_how_much_is_printed_follows_the_number_of_cases(
    language: Language, k: int, n: int, text: str
) -> None:
    assert bare_rate(wording(language), of(k, n)) == text


def test_of_fewer_than_five_the_cases_are_named_but_not_to_partners() -> None:
    company = subject(*NOTES)

    assert rate_text(company, of(2, 4)) == "2 of 4: c 0, c 1"
    assert rate_text(company, of(0, 4)) == "0 of 4"
    assert rate_text(subject(*NOTES, audience=Audience.PARTNER), of(2, 4)) == "2 of 4"


def test_a_sign_is_always_there_and_minus_is_no_hyphen() -> None:
    assert [signed(-8.4), signed(0), signed(0.5, 2)] == ["−8", "+0", "+0.50"]

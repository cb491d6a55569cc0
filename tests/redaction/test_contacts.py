from __future__ import annotations

import pytest

from generator.redaction.contacts import contact_spans, number_spans, without_pictures
from generator.redaction.spans import replace_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("写给 chen.wu@lanqiao.com.cn。", "写给 someone@example.com。"),
        ("见 https://wiki.lanqiao.cn/a?b=1，再说", "见 https://example.com/，再说"),
        ("[指南](https://www.ncsc.gov.uk/x)", "[指南](https://example.com/)"),
        ("[表](files/lanqiao.xlsx)", "[表](https://example.com/)"),
        ("ask lanqiao.com/portal", "ask example.com"),
        ("ASP.NET 站点", "ASP.NET 站点"),
        ("\\\\fs01\\澜桥 里", "\\\\server\\share 里"),
        ("电话 13812345678", "电话 000-0000-0000"),
        ("138 1234 5678", "000-0000-0000"),
        ("call +44 113 496 0000", "call 000-0000-0000"),
        ("021-5555 1234", "000-0000-0000"),
        ("400-820-1234", "000-0000-0000"),
        ("2026-05-20，版本 1.10，47,700", "2026-05-20，版本 1.10，47,700"),
        ("0.05-20 元", "0.05-20 元"),
    ],
)
def test_nothing_leads_to_anybody(text: str, expected: str) -> None:
    assert replace_spans(text, contact_spans(text)) == expected


def test_numbers_of_accounts_and_contracts_are_zeros() -> None:
    text = "合同 20260107000123，身份证 11010519491231002X，18030 与 12345678"

    assert (
        replace_spans(text, number_spans(text))
        == "合同 00000000000000，身份证 000000000000000000，18030 与 12345678"
    )


def test_a_picture_is_what_it_shows() -> None:
    assert without_pictures('前\n\n![三号线](pictures/a.png "现场")\n') == "前\n\n三号线\n"

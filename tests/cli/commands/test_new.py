"""`presales new` from the outside."""

from __future__ import annotations

from pathlib import Path

from generator.cli.values import today
from tests.cli.workspaces import ID, make_workspace, run_in


def read(root: Path, name: str) -> str:
    return (root / "engagements" / f"{today():%Y-%m}-{name}.yaml").read_text("utf-8")


def test_a_note_with_an_id_of_this_month_that_passes_check(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    result = run_in(root, "new", "quay", "--customer", "Quay Bank", "--industry", "banking")

    assert result.exit_code == 0
    assert result.stdout.strip() == str(root / "engagements" / f"{today():%Y-%m}-quay.yaml")
    assert "name: Quay Bank" in read(root, "quay")
    assert run_in(root, "check").exit_code == 0


def test_ids_do_not_collide_whatever_the_letter_case(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    for slug in ("quay", "QUAY", "quay"):
        run_in(root, "new", slug)

    names = sorted(path.stem for path in (root / "engagements").glob(f"{today():%Y-%m}-*"))
    assert names == sorted(f"{today():%Y-%m}-{name}" for name in ("quay", "QUAY-2", "quay-3"))


def test_a_customers_last_note_fills_in_what_is_known(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    run_in(root, "new", "again", "--customer", "Harbour Works")
    text = read(root, "again")

    assert all(known in text for known in ("industry: machining", "presales: Lin", "products: [gateway]"))


def test_from_another_note(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    run_in(root, "new", "again", "--from", ID)

    assert "name: Harbour Works" in read(root, "again")


def test_from_a_note_of_another_customer_only_people_and_products_come_along(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    run_in(root, "new", "other", "--from", ID, "--customer", "Quay Bank")
    text = read(root, "other")

    assert "name: Quay Bank" in text
    assert "machining" not in text
    assert "presales: Lin" in text


def test_an_unknown_note_and_a_bad_slug_are_refused(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    unknown = run_in(root, "new", "x", "--from", "2026-05-harbor-iot")
    bad = run_in(root, "new", "a/b")

    assert (unknown.exit_code, bad.exit_code) == (2, 2)
    assert ID in unknown.stderr

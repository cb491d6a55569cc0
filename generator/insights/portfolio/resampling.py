"""Whether paired differences could as well have had the other sign, and how far their mean is known."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from generator.insights.portfolio.small_numbers import Interval
from generator.insights.portfolio.student_t import mean_interval

EXACT_UP_TO = 16
ROUNDS = 10_000
SEED = 0
# Beyond, the interval by Student's t is the same to the second digit and costs nothing.
RESAMPLED_UP_TO = 400
IN_EACH_TAIL = ROUNDS // 40


def sign_flip_chance(differences: Sequence[int]) -> float:
    """The share of sign assignments whose sum is at least as far from 0: exact up to 16 differences, then sampled.

    Whole numbers, so that equal sums compare equal.
    """
    if len(differences) <= EXACT_UP_TO:
        return _exact_chance(differences)
    return _sampled_chance(differences)


def _exact_chance(differences: Sequence[int]) -> float:
    ways = {0: 1}
    for difference in differences:
        after: dict[int, int] = {}
        for total, count in ways.items():
            for flipped in (total + difference, total - difference):
                after[flipped] = after.get(flipped, 0) + count
        ways = after
    reached = abs(sum(differences))
    return sum(count for total, count in ways.items() if abs(total) >= reached) / (1 << len(differences))


def _sampled_chance(differences: Sequence[int]) -> float:
    """Each round is one random number with a bit for the sign of each difference.

    The sizes are held as columns: one number for each binary digit, with a bit for each difference that has it. The
    sum of the positive ones is then a count of bits a column, whatever the number of differences.
    """
    sizes = [abs(difference) for difference in differences]
    columns = [
        (1 << digit, sum(1 << place for place, size in enumerate(sizes) if size >> digit & 1))
        for digit in range(max(sizes).bit_length())
    ]
    everything, reached = sum(sizes), abs(sum(differences))
    random = Random(SEED)  # noqa: S311  sampling, and the same every time
    as_far = 0
    for _ in range(ROUNDS):
        positive = random.getrandbits(len(sizes))
        total = sum(weight * (positive & column).bit_count() for weight, column in columns)
        as_far += abs(2 * total - everything) >= reached
    return as_far / ROUNDS


def bootstrap_interval(differences: Sequence[int]) -> Interval | None:
    """95 % around the mean, from resampling; by Student's t for many differences, None for fewer than two."""
    n = len(differences)
    if n < 2 or n > RESAMPLED_UP_TO:
        return mean_interval(differences)
    random = Random(SEED)  # noqa: S311  sampling, and the same every time
    totals = sorted(sum(random.choices(differences, k=n)) for _ in range(ROUNDS))
    return Interval(totals[IN_EACH_TAIL] / n, totals[-IN_EACH_TAIL - 1] / n)

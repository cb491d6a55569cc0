"""The keys of the format: all of them and no other, and which a note cannot do without."""

from __future__ import annotations

import pytest

from generator.notes.model import Engagement
from generator.source.keys import Group, keys_of, placed_keys

# The table of the format: ! marks a required key.
TABLE = """\
!schema !id title language confidentiality reviewed_by !presales !sales !date !products stage !customer deal background !goal
!result notes !needs fit stakeholders intel !commitments landing_requirements risks assumptions meetings objections options roi
milestones pilot collaboration win_scores !lessons reused_lessons repeats next_steps !outcome attachments customer_share
customer: !name alias !industry region
deal: amount amount_kind currency delivery_model custom_reason priority
needs: id said !surface middle deep confidence probes
needs.confidence: surface middle deep
needs.probes: kind asked answer
fit: id need !capability technology scenario value !level severity gap workaround evidence
fit.evidence: kind ref verified
stakeholders: !role name decision_role corner cares_about stance met answered_by
intel: budget_ceiling decision_chain competitors timeline decision_criteria procurement past_pains
intel.budget_ceiling: status value known_before source driver
intel.decision_chain: status value known_before source driver
intel.competitors: status value known_before source driver list
intel.competitors.list: name move note
intel.timeline: status value known_before source driver
intel.decision_criteria: status value known_before source driver
intel.procurement: status value known_before source driver
intel.past_pains: status value known_before source driver
commitments: id !said !class !made_by made_to !made_on channel condition confirmed_by confirmed_on due gives contractual
extra_cost in_quote customer_text shareable status closed_on reason note
commitments.condition: what party due met_on
landing_requirements: id !item !party owner_role quantity unit needed_by status blocks shareable
risks: id !event cause effect !category !probability !impact proximity response action customer_action residual cost_exposure
happened_on shareable customer_text internal_note
risks.action: what owner due status closed_on
risks.residual: !probability !impact
assumptions: id !text shareable
meetings: !on kind minutes planned_split actual_split pains options closed_with_roi attended
objections: id raised_by !text kind acknowledged fact proposal result
options: id !name cost weeks note
roi: confirmed_by_customer benefits investment
roi.benefits: item quantity unit unit_value source own_estimate
milestones: !id !name !start !end after
pilot: started_on ended_on criteria
pilot.criteria: text target agreed_in_writing measured verdict
collaboration: before during after
collaboration.before: held on got
collaboration.during: sales_present
collaboration.after: debrief_on memo_sent_on handed_to
win_scores: !by who !p !on at blind basis
lessons: id !kind !theme !text why when evidence scope action status share
lessons.action: what owner due status closed_on verify
reused_lessons: !id !effect note
next_steps: !what !owner side !due status
outcome: !status decided_on amount technical_result winner stated_reason our_read decision_moment
outcome.stated_reason: category text source
outcome.our_read: category text
attachments: !file !caption shareable
customer_share: approved_by on allow include
customer_share.allow: !value !reason
"""


def table() -> dict[str, set[str]]:
    """Block -> its keys, the required ones marked."""
    found: dict[str, set[str]] = {"": set()}
    block = ""
    for line in TABLE.splitlines():
        name, colon, keys = line.partition(": ")
        block = name if colon else block
        found.setdefault(block, set()).update((keys if colon else line).split())
    return found


def model() -> dict[str, set[str]]:
    blocks = {"": keys_of(Engagement)}
    blocks |= {
        path.replace("[]", ""): keys_of(key.item.block)
        for path, key in placed_keys(Engagement)
        if isinstance(key.item, Group)
    }
    return {name: {"!" * key.required + key.name for key in keys} for name, keys in blocks.items()}


def test_the_format_has_all_these_blocks() -> None:
    assert set(model()) == set(table())


@pytest.mark.parametrize("block", table())
def test_a_block_has_these_keys_and_needs_the_marked_ones(block: str) -> None:
    assert model()[block] == table()[block]


def test_every_key_says_in_both_languages_what_it_means_and_shows_an_example() -> None:
    silent = [
        path
        for path, key in placed_keys(Engagement)
        if not (key.meaning.zh and key.meaning.en and key.example)
    ]

    assert silent == []

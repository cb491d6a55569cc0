"""What presales.yaml settles about figures over many notes."""

from __future__ import annotations

from generator.build.subjects import rules_of
from generator.insights.portfolio.figures import FigureRules
from generator.insights.portfolio.product_gaps import GapWeights
from generator.insights.portfolio.themes import RecurringRule
from generator.workspace.places import Workspace


def figure_rules_of(workspace: Workspace) -> FigureRules:
    config, rules = workspace.config, rules_of(workspace)
    weights, recurring = config.gaps.weights, config.digest.recurring
    return FigureRules(
        currency=rules.currency,
        required_intel=rules.required_intel,
        calendar=rules.calendar,
        window_months=config.digest.window_months,
        recurring=RecurringRule(recurring.engagements, recurring.customers, recurring.months),
        scoring=rules.scoring,
        scores_on_trial_until=config.scores.shadow_until,
        require_proof=config.scores.require_proof,
        gap_weights=GapWeights(weights.blocker, weights.major, weights.minor),
    )

"""The engagement note as types: every key, what it holds, and an example (NOTE.md, "Keys").

The reader, the JSON Schema, `presales explain` and docs/note-format.md all come from these classes.
"""

from generator.notes.model.closing import (
    Lesson,
    LessonAction,
    NextStep,
    OurRead,
    Outcome,
    ReusedLesson,
    StatedReason,
    WinScore,
)
from generator.notes.model.delivery import (
    Assumption,
    Commitment,
    Condition,
    Criterion,
    LandingRequirement,
    Milestone,
    Pilot,
    Residual,
    Risk,
    RiskAction,
)
from generator.notes.model.demand import Confidence, Customer, Deal, Need, Probe
from generator.notes.model.engagement import Engagement
from generator.notes.model.kinds import Split
from generator.notes.model.meetings import After, Before, Collaboration, During, Meeting, Objection
from generator.notes.model.offer import Benefit, Evidence, Fit, Option, Roi
from generator.notes.model.people import (
    INTEL_ITEMS,
    BudgetIntel,
    Competitor,
    CompetitorIntel,
    Intel,
    IntelItem,
    IntelKnowledge,
    Stakeholder,
)
from generator.notes.model.sharing import Allowed, Attachment, CustomerShare

__all__ = (
    "INTEL_ITEMS",
    "After",
    "Allowed",
    "Assumption",
    "Attachment",
    "Before",
    "Benefit",
    "BudgetIntel",
    "Collaboration",
    "Commitment",
    "Competitor",
    "CompetitorIntel",
    "Condition",
    "Confidence",
    "Criterion",
    "Customer",
    "CustomerShare",
    "Deal",
    "During",
    "Engagement",
    "Evidence",
    "Fit",
    "Intel",
    "IntelItem",
    "IntelKnowledge",
    "LandingRequirement",
    "Lesson",
    "LessonAction",
    "Meeting",
    "Milestone",
    "Need",
    "NextStep",
    "Objection",
    "Option",
    "OurRead",
    "Outcome",
    "Pilot",
    "Probe",
    "Residual",
    "ReusedLesson",
    "Risk",
    "RiskAction",
    "Roi",
    "Split",
    "Stakeholder",
    "StatedReason",
    "WinScore",
)

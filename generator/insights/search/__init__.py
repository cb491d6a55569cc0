"""Have we met this before? Lessons, objections, gaps and risks of all notes, found by words in Chinese and English."""

from generator.insights.search.folding import fold, stem
from generator.insights.search.pages import Listed, Page, page_of, settled_on
from generator.insights.search.queries import Query, read_query
from generator.insights.search.ranking import Filters, Hit, Match, Span, marks_in, search
from generator.insights.search.snippets import snippet
from generator.insights.search.things import FIELDS, HAPPENED, Thing, What, note_texts, things_in

__all__ = [
    "FIELDS",
    "HAPPENED",
    "Filters",
    "Hit",
    "Listed",
    "Match",
    "Page",
    "Query",
    "Span",
    "Thing",
    "What",
    "fold",
    "marks_in",
    "note_texts",
    "page_of",
    "read_query",
    "search",
    "settled_on",
    "snippet",
    "stem",
    "things_in",
]

"""A document of one note in one language, and the paper that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.build.kinds import Kind
from generator.build.rendering import Paper, figure_path
from generator.pictures import Picture
from generator.views.subject import Subject
from generator.views.titles import title_of


@dataclass(frozen=True, slots=True)
class Job:
    """stem is the document's path under output/ without the format's ending."""

    kind: Kind
    subject: Subject
    stem: str
    pictures: Mapping[str, Picture]

    def paper(self) -> Paper:
        kind, subject = self.kind, self.subject
        made = ((name, build(subject)) for name, build in kind.figures.items())
        return Paper(
            name=kind.name,
            view=kind.view(subject),
            labels=subject.wording.labels,
            stem=self.stem,
            title=title_of(subject),
            label=kind.label(subject),
            source=kind.source(subject),
            day=subject.day,
            company=subject.company,
            has_contents=kind.has_contents,
            customer=subject.engagement.customer.name,
            figures={figure_path(self.stem, name): figure for name, figure in made if figure is not None},
            pictures=self.pictures,
        )

"""The show's own badge format: learnt from a few badges, kept in the show's kit, forgotten again."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from boothapp.actions.badges import floor_of
from boothapp.badge import learn as learning
from boothapp.badge import profile_words
from boothapp.badge.image import read_image, settled
from boothapp.badge.learn import Lesson, Proposal, Sample
from boothapp.badge.reading import Reading, read_text
from boothapp.domain.badge_profile import BadgeProfile
from boothapp.domain.changes import Changes, changed
from boothapp.domain.show import Show
from boothapp.errors import WrongCall
from boothapp.store import shows
from boothapp.store.database import Store
from boothapp.words import tr


def learn(samples: Sequence[Sample], show: Show | None = None) -> Lesson:
    """Proposals for the format of these badges, the best first."""
    return learning.learn(samples, floor_of(show))


def read(text: str, show: Show | None, profile: BadgeProfile | None) -> dict[str, str]:
    """What comes out of a badge with this profile, or with none: field -> text, lists with commas."""
    return learning.fields_of(read_text(text, floor=replace(floor_of(show), profile=profile)))


def look(source: Path | bytes, show: Show | None) -> tuple[Reading, ...]:
    """The badges in a picture; raises UserError where it is no picture or has no code."""
    return settled(read_image(source, floor_of(show)))


def keep(store: Store, show: str, profile: BadgeProfile) -> Changes:
    """From now on the show's badges are read by this profile; raises WrongCall for an unknown show."""
    return _put(store, show, profile)


def forget(store: Store, show: str) -> Changes:
    """The show's badges are read as any others again."""
    return _put(store, show, None)


def _put(store: Store, id: str, profile: BadgeProfile | None) -> Changes:
    with store.transaction():
        show = shows.get(store, id)
        if show is None:
            raise WrongCall(
                tr("There is no show {name}.").format(name=id),
                step=tr("boothapp show list names the shows of this laptop."),
            )
        shows.put(store, replace(show, badge=profile))
    return changed("shows")


def profile_json(profile: BadgeProfile | None) -> dict[str, Any] | None:
    """The profile as a kit has it, and in words; None where there is none."""
    return {**asdict(profile), "words": profile_words.told(profile)} if profile else None


def lesson_json(lesson: Lesson) -> dict[str, Any]:
    """The proposals with what they make of each sample."""
    return {
        "proposals": [_proposal_json(proposal, lesson.samples) for proposal in lesson.proposals],
        "by_itself": lesson.by_itself,
        "refused": list(lesson.refused),
        "advice": lesson.advice or None,
    }


def _proposal_json(proposal: Proposal, samples: Sequence[Sample]) -> dict[str, Any]:
    outcomes = [
        {"sample": sample.text, "fields": dict(outcome.fields), "missed": list(outcome.missed)}
        for sample, outcome in zip(samples, proposal.outcomes, strict=True)
    ]
    return {
        "profile": profile_json(proposal.profile),
        "fits": proposal.fits,
        "outcomes": outcomes,
        "doubts": list(proposal.doubts),
    }

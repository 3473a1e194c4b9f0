"""What a person should know of what was learnt from badges, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from boothapp.badge import profile_words
from boothapp.badge.profile_parts import trimmed
from boothapp.domain.badge_profile import BadgeProfile
from boothapp.domain.folding import fold
from boothapp.words import plural, tr

if TYPE_CHECKING:
    from boothapp.badge.learn import Outcome, Proposal, Sample

# From so many badges on, accidents are unlikely.
ENOUGH = 3
# So many wrong words are named at once.
_MOST_NAMED = 3


def about_refused(numbers: Sequence[int]) -> str:
    """Documents and secrets by the numbers of their badges."""
    said = tr("Badge {number} is a private document or a secret. Nothing of it was kept; take it away.")
    return " ".join(said.format(number=number) for number in numbers)


def doubts(
    profile: BadgeProfile,
    samples: Sequence["Sample"],
    outcomes: Sequence["Outcome"],
    doubtful: Mapping[str, str],
) -> Iterator[str]:
    """What does not come out as said, then what is unsure; doubtful: field -> a part as likely."""
    yield from _misses(samples, outcomes)
    count = len({trimmed(sample.text) for sample in samples})
    if count < ENOUGH:
        yield plural(
            "Learnt from {n} badge only: show more of them, other people's may differ.",
            "Learnt from {n} badges only: show more of them, other people's may differ.",
            count,
        )
        yield from _emptied(profile, samples, outcomes)
    for name, part in doubtful.items():
        said = tr(
            "{field} may as well be {part}: on these badges both say the same. Show one where they differ."
        )
        yield said.format(field=profile_words.field_name(name), part=profile_words.part_name(profile, part))
    if profile.id.check and count < 2 * ENOUGH:
        yield tr(
            "The check digit is right on all of these badges; a few more make sure that it is no accident."
        )
    if profile.kind == "delimited" and not profile.count:
        yield tr("The badges have different numbers of parts: look at all of them below.")


def _misses(samples: Sequence["Sample"], outcomes: Sequence["Outcome"]) -> Iterator[str]:
    for at, (sample, outcome) in enumerate(zip(samples, outcomes, strict=True), 1):
        for name in outcome.missed:
            field_name, came = profile_words.field_name(name), outcome.fields.get(name, "")
            said = tr("Badge {number}: {field} comes out as {came}, not as {expected}.")
            wrong = said.format(number=at, field=field_name, came=came, expected=sample.expected[name])
            yield wrong if came else _lost(at, name, sample.expected[name])


def _emptied(
    profile: BadgeProfile, samples: Sequence["Sample"], outcomes: Sequence["Outcome"]
) -> Iterator[str]:
    """What one badge fills and another, of which nobody said it, leaves empty: it may stand elsewhere."""
    filled = {name for outcome in outcomes for name, value in outcome.fields.items() if value}
    names = [name for name in dict.fromkeys(take.field for take in profile.takes) if name in filled]
    said = tr("Badge {number}: {field} comes out empty. Compare it with the badge.")
    for at, (sample, outcome) in enumerate(zip(samples, outcomes, strict=True), 1):
        for name in names:
            if not outcome.fields.get(name) and name not in sample.expected:
                yield said.format(number=at, field=profile_words.field_name(name))


def advice(samples: Sequence["Sample"], proposals: Sequence["Proposal"], by_itself: bool) -> str:
    """What to do next, "" where the proposals say it all."""
    if by_itself and not proposals:
        return tr("boothapp reads these badges rightly by itself. No format is needed.")
    if by_itself:
        return tr("boothapp reads these badges rightly by itself; the format makes sure that it stays so.")
    if not proposals and len({_shape(sample) for sample in samples}) > 1:
        return tr("These badges are written in different ways. Show badges of one kind, the commonest first.")
    if not proposals and (lost := tuple(islice(_not_there(samples), _MOST_NAMED))):
        return " ".join((*lost, tr("Say it as it is written in the badge, or leave it empty.")))
    if not proposals:
        return tr(
            "What should come out is not written in these badges: they may be only a number, or encrypted. "
            "Say what can be read in the code, such as the badge id; the attendee list gives the rest."
        )
    return ""


def _not_there(samples: Sequence["Sample"]) -> Iterator[str]:
    """What is not written in the badge although a part of it is; a sentence each."""
    for number, sample in enumerate(samples, 1):
        whole = set(fold(sample.text).split())
        for name, value in sample.expected.items():
            words = set(fold(value).split())
            if words & whole and not words <= whole:
                yield _lost(number, name, value)


def _lost(number: int, name: str, value: str) -> str:
    said = tr("Badge {number}: {expected} was not found for {field}.")
    return said.format(number=number, field=profile_words.field_name(name), expected=value)


def _shape(sample: "Sample") -> tuple[bool, ...]:
    return tuple(sign in sample.text for sign in "^|;,\t{:")

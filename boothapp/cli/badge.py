"""Commands about the show's own badge format."""

import re
from typing import TYPE_CHECKING

from boothapp.cli.call import Answer, Call
from boothapp.errors import WrongCall
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.badge.learn import Lesson, Sample

# A comma begins the next field only where a name and "=" follow: values hold commas too.
_NEXT_FIELD = re.compile(r",(?=\s*\w+=)")


def learn(call: Call) -> Answer:
    """Proposes a format; keeps it where told so and it fits every sample."""
    from boothapp.actions import badge_format, shows

    samples, show = _samples(call), shows.current(call.store)
    lesson = badge_format.learn(samples, show)
    best = lesson.proposals[0] if lesson.proposals else None
    keeps = bool(call.args.keep and best and best.fits)
    if keeps and best:
        badge_format.keep(call.store, show.id, best.profile)
    done = bool(best and best.fits) or (lesson.by_itself and not call.args.keep)
    answer = {**badge_format.lesson_json(lesson), "kept": keeps}
    return Answer(answer, _lines(lesson), 0 if done else 1)


def _lines(lesson: "Lesson") -> tuple[str, ...]:
    from boothapp.badge import profile_words

    best = lesson.proposals[0] if lesson.proposals else None
    told = (*profile_words.told(best.profile), *best.doubts) if best else ()
    return tuple(line for line in (*told, lesson.advice) if line)


def _samples(call: Call) -> "list[Sample]":
    from boothapp.badge.learn import MOST_SAMPLES, Sample

    texts, expected = call.args.sample, [_expected(text) for text in call.args.expect]
    if not all(map(str.strip, texts)):
        raise WrongCall(tr("A sample is empty."), step=tr("Give --sample the text of a badge."))
    if len(expected) > len(texts) or len(texts) > MOST_SAMPLES:
        raise WrongCall(
            tr("There are {samples} samples and {expected} times --expect.").format(
                samples=len(texts), expected=len(expected)
            ),
            step=tr("Give up to {most} samples, each with its own --expect.").format(most=MOST_SAMPLES),
        )
    more: list[dict[str, str]] = [{}] * (len(texts) - len(expected))
    return [Sample(text, fields) for text, fields in zip(texts, (*expected, *more), strict=True)]


def _expected(text: str) -> dict[str, str]:
    from boothapp.cli.stand import pairs
    from boothapp.domain.badge_profile import BADGE_FIELDS
    from boothapp.domain.field_words import require

    fields = {name.strip(): value for name, value in pairs(_NEXT_FIELD.split(text), "--expect").items()}
    for name in fields:
        require(name, BADGE_FIELDS)
    return fields


def show(call: Call) -> Answer:
    """The format kept for the open show, null where there is none."""
    from boothapp.actions import badge_format, shows
    from boothapp.badge import profile_words

    profile = shows.current(call.store).badge
    lines = profile_words.told(profile) if profile else [tr("This show has no badge format of its own.")]
    return Answer({"badge": badge_format.profile_json(profile)}, tuple(lines))


def forget(call: Call) -> Answer:
    """Takes the format away."""
    from boothapp.actions import badge_format, shows

    show = shows.current(call.store)
    badge_format.forget(call.store, show.id)
    return Answer({"forgotten": show.badge is not None})

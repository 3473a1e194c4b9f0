"""What pretended visitors say beside the first questions: the show's own ones, remarks, competitors."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from boothapp.domain.draft import Draft
from boothapp.domain.question import Question
from boothapp.domain.show import Show
from boothapp.domain.voice import Remark, Voice

ASKED, SAID = 0.4, 0.35
_MOST_ROBOTS = 40
_LINES = ("Line 2", "Press shop", "Packing", "Cell 4")


def with_more(show: Show, draft: Draft, remarks: Sequence[Mapping[str, str]]) -> Draft:
    """The draft with more to it; the same draft always says the same, and nobody else says anything else."""
    chance = random.Random(draft.id)
    more = {one.id: _answer(one, chance) for one in show.own if one.kind != "single"}
    answers = {**draft.answers, **{id: said for id, said in more.items() if chance.random() < ASKED and said}}
    return replace(draft, answers=answers, voice=_voice(show, chance, remarks))


def _answer(question: Question, chance: random.Random) -> tuple[str, ...]:
    if question.kind == "several":
        ids = [option.id for option in question.options]
        wanted = chance.sample(ids, chance.randint(1, len(ids)))
        return tuple(id for id in ids if id in wanted)
    if question.kind == "scale":
        return (str(chance.choice(question.steps)),)
    return (str(chance.randint(0, _MOST_ROBOTS)) if question.kind == "number" else chance.choice(_LINES),)


def _voice(show: Show, chance: random.Random, remarks: Sequence[Mapping[str, str]]) -> Voice:
    said = chance.choice(remarks)
    messages = [message.id for message in show.messages]
    return Voice(
        (Remark(said["text"], said["tag"]),) if chance.random() < SAID else (),
        (chance.choice(messages),) if messages and chance.random() < SAID else (),
        (chance.choice(show.competitors),) if show.competitors and chance.random() < SAID else (),
    )

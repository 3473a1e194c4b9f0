"""A show's badge format from a few badges and what should come out of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from boothapp.badge import learn_takes, learn_words, private, wedge
from boothapp.badge.learn_layouts import CARDS, Layout, layout, layouts
from boothapp.badge.learn_pattern import pattern_of
from boothapp.badge.likeness import MEANT, is_same, likeness
from boothapp.badge.profile_shape import look
from boothapp.badge.reading import Floor, Reading, read_text
from boothapp.domain.badge_profile import BADGE_FIELDS, BADGE_ID, LIST_FIELDS, BadgeProfile, Form
from boothapp.words import tr

MOST_SAMPLES, MOST_PROPOSALS = 8, 3
# No code holds more (QR: 7,089 digits); what comes after is not needed to see how a badge is written.
LONGEST = 7_089
# So many parts in all the ways together are looked at: ten times what the longest badges seen have.
_MOST_PARTS = 3_000
# Enough to know a badge by; a nested one may have hundreds of parts.
_MOST_FORMS = 40
# Of two formats that explain the samples as well, the kind that says more about a badge.
_KINDS = {"id": 0, "json": 1, "tagged": 2, "delimited": 3, "columns": 3, "pattern": 4}


@dataclass(frozen=True)
class Sample:
    """A badge as it came, and what should come out: field -> text, as far as said; lists with commas."""

    text: str
    expected: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What a profile makes of one sample. missed: fields that come out otherwise than said, or not at all."""

    fields: Mapping[str, str]
    missed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A profile, what it makes of each sample, and what is doubtful, in sentences."""

    profile: BadgeProfile
    outcomes: tuple[Outcome, ...]
    doubts: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether every field comes out of every sample as it was said."""
        return not any(outcome.missed for outcome in self.outcomes)


@dataclass(frozen=True)
class Lesson:
    """Proposals, the best first; by_itself: boothapp needs none to read all samples; advice: a sentence.

    samples: those looked at, in the order of each proposal's outcomes; refused: the numbers of the samples,
    from 1, that are private documents or secrets and of which nothing is kept.
    """

    proposals: tuple[Proposal, ...] = ()
    by_itself: bool = False
    advice: str = ""
    samples: tuple[Sample, ...] = ()
    refused: tuple[int, ...] = ()


def learn(samples: Sequence[Sample], floor: Floor = Floor()) -> Lesson:  # noqa: B008  (frozen)
    """Never raises, whatever the samples are; time is bounded by their number and length.

    With a private document or a secret among them nothing is learnt at all.
    """
    plain = replace(floor, profile=None)
    shown = [_bounded(sample) for sample in samples if sample.text.strip()][:MOST_SAMPLES]
    read = [read_text(sample.text, floor=plain) for sample in shown]
    # A format keeps one badge as its example; a reading without text is one that must not be stored.
    hidden = [not each.raw or _is_private(sample.text) for sample, each in zip(shown, read, strict=True)]
    if refused := tuple(at for at, yes in enumerate(hidden, 1) if yes):
        return Lesson(advice=learn_words.about_refused(refused), refused=refused)
    return _lesson(shown, read, plain)


def _lesson(given: Sequence[Sample], readings: Sequence[Reading], floor: Floor) -> Lesson:
    if not any(sample.expected for sample in given):
        said = tr("Scan a badge and say what should come out of it.")
        return Lesson(advice=said, samples=tuple(given))
    plainly = zip(readings, given, strict=True)
    by_itself = not any(outcome_of(reading, sample).missed for reading, sample in plainly)
    certain = by_itself and {reading.format for reading in readings} <= set(CARDS)
    proposals = () if certain else _ranked(given, readings, floor)
    return Lesson(proposals, by_itself, learn_words.advice(given, proposals, by_itself), tuple(given))


def _is_private(text: str) -> bool:
    """On any keyboard."""
    return private.is_private(wedge.meant(text).text)


def outcome_of(reading: Reading, sample: Sample) -> Outcome:
    """What came out, compared with what was said; likeness.is_same says what does not count."""
    fields, more = fields_of(reading), reading.format in CARDS
    missed = (
        name
        for name, value in sample.expected.items()
        if not _is_met(name, fields.get(name, ""), value, more)
    )
    return Outcome(fields, tuple(missed))


def fields_of(reading: Reading) -> dict[str, str]:
    """The badge id and the visitor's known fields as text, lists with commas."""
    known = reading.visitor.known()
    texts = {name: str(known[name]) for name in BADGE_FIELDS if name in known and name not in LIST_FIELDS}
    lists = {"emails": reading.visitor.emails, "phones": [phone.text for phone in reading.visitor.phones]}
    texts |= {name: ", ".join(items) for name, items in lists.items() if items}
    return {BADGE_ID: reading.badge_id, **texts} if reading.badge_id else texts


def _bounded(sample: Sample) -> Sample:
    expected = {
        name: value.strip()[:1_000] for name, value in sample.expected.items() if name in BADGE_FIELDS
    }
    return Sample(sample.text[:LONGEST], {name: value for name, value in expected.items() if value})


def _is_met(name: str, had: str, wanted: str, more: bool) -> bool:
    """more: whether a list may hold more than was said, as the lists of a card do."""
    items, wants = learn_takes.items_of(name, had), learn_takes.items_of(name, wanted)
    there = all(any(is_same(name, item, want) for item in items) for want in wants)
    asked = all(any(is_same(name, item, want) for want in wants) for item in items)
    return there and (asked or (more and name in LIST_FIELDS))


def _ranked(samples: Sequence[Sample], readings: Sequence[Reading], floor: Floor) -> tuple[Proposal, ...]:
    scored = [(_order(made, way, samples), made) for made, way in _proposed(samples, readings, floor)]
    kept: list[Proposal] = []
    for _, made in sorted(scored, key=lambda pair: pair[0]):
        distinct = all(made.outcomes != other.outcomes for other in kept)
        if 2 * _strange(made, samples) < _told(samples) and (distinct or not kept):
            kept.append(made)
    fitting = [made for made in kept if made.fits]
    return tuple((fitting or kept)[:MOST_PROPOSALS])


def _told(samples: Sequence[Sample]) -> int:
    return sum(len(sample.expected) for sample in samples)


def _strange(made: Proposal, samples: Sequence[Sample]) -> int:
    """How much of what was said does not come out at all, not even in part."""
    return sum(
        likeness(name, outcome.fields.get(name, ""), value) < MEANT
        for outcome, sample in zip(made.outcomes, samples, strict=True)
        for name, value in sample.expected.items()
        if name in outcome.missed
    )


def _proposed(
    samples: Sequence[Sample], readings: Sequence[Reading], floor: Floor
) -> Iterator[tuple[Proposal, Layout]]:
    texts, expected = [sample.text for sample in samples], [sample.expected for sample in samples]
    known = [fields_of(reading) for reading in readings]
    nothing: list[Mapping[str, str]] = [{} for _ in samples]
    looked_at = 0
    for way in _ways(texts, expected, [reading.format for reading in readings]):
        looked_at += max(map(len, way.read))
        if looked_at > _MOST_PARTS:
            return
        found = learn_takes.find(way, expected, known if way.profile.base else nothing)
        if found.takes:
            is_id = way.profile.kind == "id"
            takes = () if is_id else tuple(found.takes)
            formats = tuple(sorted({reading.format for reading in readings}))
            forms = _forms(way)
            profile = replace(
                way.profile, takes=takes, id=found.rule, forms=forms, formats=formats, example=texts[0]
            )
            yield _tried(profile, samples, floor, found.doubtful), way


def _forms(way: Layout) -> tuple[Form, ...]:
    """What stood in the parts that every badge has."""
    if way.profile.base or way.profile.kind == "id":
        return ()
    first, *others = way.read
    common = [part for part in first if all(part in read for read in others)][:_MOST_FORMS]
    seen = ((part, {look(read[part]) for read in way.read if read[part]}) for part in common)
    return tuple(Form(part, tuple(sorted(looks))) for part, looks in seen)


def _ways(
    texts: Sequence[str], expected: Sequence[Mapping[str, str]], formats: Sequence[str]
) -> Iterator[Layout]:
    yield from layouts(texts, formats, expected)
    if all(set(each) <= {BADGE_ID} for each in expected) and (way := layout(BadgeProfile(kind="id"), texts)):
        yield way
    pattern = pattern_of(texts, expected)
    if pattern and (way := layout(pattern, texts)):
        yield way


def _tried(
    profile: BadgeProfile, samples: Sequence[Sample], floor: Floor, doubtful: Mapping[str, str]
) -> Proposal:
    floor = replace(floor, profile=profile)
    outcomes = tuple(outcome_of(read_text(sample.text, floor=floor), sample) for sample in samples)
    return Proposal(profile, outcomes, tuple(learn_words.doubts(profile, samples, outcomes, doubtful)))


def _order(made: Proposal, way: Layout, samples: Sequence[Sample]) -> tuple[float, ...]:
    missed = sum(len(outcome.missed) for outcome in made.outcomes)
    closeness = sum(
        likeness(name, outcome.fields.get(name, ""), value)
        for outcome, sample in zip(made.outcomes, samples, strict=True)
        for name, value in sample.expected.items()
    )
    cuts = sum(bool(take.cut) for take in made.profile.takes)
    kind = _KINDS[made.profile.kind]
    return (missed, -round(closeness, 1), kind, not way.steady, cuts, len(made.profile.takes))

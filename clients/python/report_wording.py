"""The words of the report for the values of the contract. Values that a later service may send have words too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Optional, Sequence

from analysis.v1 import article_pb2, comparison_pb2, semantics_pb2, syntax_pb2
from analysis_client import ArticleText
from report_contents import words_in

_CLAUSES = {
    comparison_pb2.VERDICT_IDENTICAL: "have the same text",
    comparison_pb2.VERDICT_NEAR_DUPLICATE: "have the same text but for small edits",
    comparison_pb2.VERDICT_REVISION: "are two states of one article",
    comparison_pb2.VERDICT_WIRE_COPY: "print a report of the same agency",
    comparison_pb2.VERDICT_SAME_STORY: "report the same event",
    comparison_pb2.VERDICT_SAME_TOPIC: "are about the same matter, but not the same event",
    comparison_pb2.VERDICT_UNRELATED: "are about different things",
}

_CONFLICTS = {
    comparison_pb2.DIFFERENCE_KIND_QUANTITY: "The figures differ",
    comparison_pb2.DIFFERENCE_KIND_NEGATION: "One affirms what the other denies",
    comparison_pb2.DIFFERENCE_KIND_ANTONYM: "The words are opposites",
    comparison_pb2.DIFFERENCE_KIND_ENTITY: "The names differ",
    comparison_pb2.DIFFERENCE_KIND_DATE: "The times differ",
    comparison_pb2.DIFFERENCE_KIND_PLACE: "The places differ",
    comparison_pb2.DIFFERENCE_KIND_ATTRIBUTION: "The same words come from different people",
    comparison_pb2.DIFFERENCE_KIND_MODALITY: "One puts it more firmly",
}

_VALUES = (
    comparison_pb2.DIFFERENCE_KIND_QUANTITY,
    comparison_pb2.DIFFERENCE_KIND_ANTONYM,
    comparison_pb2.DIFFERENCE_KIND_ENTITY,
    comparison_pb2.DIFFERENCE_KIND_DATE,
    comparison_pb2.DIFFERENCE_KIND_PLACE,
)

_MANNERS = {
    "Asserted": "puts it as a fact",
    "Planned": "puts it as planned",
    "Possible": "puts it as possible",
    "Conditional": "puts it under a condition",
    "ReportedDenied": "reports that it is denied",
    "Question": "puts it as a question",
}

# Where one word differs, and where several do.
_ALTERATIONS = {
    comparison_pb2.ALTERATION_INSERTION: 2 * ("{right} has words of its own in brackets",),
    comparison_pb2.ALTERATION_ELLIPSIS: 2 * ("{right} leaves words out, and marks it",),
    comparison_pb2.ALTERATION_NEGATION_LOST: 2 * ("A negation stands in {left} only",),
    comparison_pb2.ALTERATION_NEGATION_ADDED: 2 * ("A negation stands in {right} only",),
    comparison_pb2.ALTERATION_WORD_SUBSTITUTED: ("One word stands for another", "Words stand for others"),
    comparison_pb2.ALTERATION_WORD_DROPPED: ("A word stands in {left} only", "Words stand in {left} only"),
    comparison_pb2.ALTERATION_WORD_ADDED: ("A word stands in {right} only", "Words stand in {right} only"),
    comparison_pb2.ALTERATION_TRUNCATED: 2 * ("{left} quotes more of it",),
    comparison_pb2.ALTERATION_EXTENDED: 2 * ("{right} quotes more of it",),
    comparison_pb2.ALTERATION_MERGED: 2 * ("Two quotations are one",),
    comparison_pb2.ALTERATION_OTHER_SPEAKER: 2 * ("The same words come from different speakers",),
    comparison_pb2.ALTERATION_PARAPHRASE: 2 * ("The same in other words, between quotation marks",),
}

_DATE_ORIGINS = {
    article_pb2.FOUND_IN_CAPTION: "a photo caption",
    article_pb2.FOUND_IN_ADDRESS: "the path of its address",
    article_pb2.FOUND_IN_DATELINE: "its dateline",
    article_pb2.FOUND_IN_TEXT: "its text",
}

_PLACES = {
    syntax_pb2.BLOCK_KIND_HEADLINE: "headline",
    syntax_pb2.BLOCK_KIND_STANDFIRST: "standfirst",
    syntax_pb2.BLOCK_KIND_BYLINE: "byline",
    syntax_pb2.BLOCK_KIND_DATELINE: "dateline",
    syntax_pb2.BLOCK_KIND_HEADING: "heading",
    syntax_pb2.BLOCK_KIND_LIST_ITEM: "list",
    syntax_pb2.BLOCK_KIND_BLOCK_QUOTE: "block quotation",
    syntax_pb2.BLOCK_KIND_TABLE: "table",
    syntax_pb2.BLOCK_KIND_CAPTION: "photo caption",
    syntax_pb2.BLOCK_KIND_LIVE_ENTRY: "head of a live entry",
    syntax_pb2.BLOCK_KIND_CORRECTION: "correction",
}

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True)
class Side:
    """One side of a difference."""

    name: str
    """What the report calls the article."""
    words: str
    """The words that differ; empty where there are none."""


def clause(verdict: int) -> str:
    """The verdict in a clause, said of the pair."""
    return _CLAUSES.get(verdict, "relate in a way that this program does not know")


def conflict(kind: int) -> str:
    """What kind of conflict a difference makes."""
    return _CONFLICTS.get(kind, "They say otherwise")


def note(difference: comparison_pb2.Difference, relation: int, left: Side, right: Side) -> str:
    """What the reader should know of a difference that is no conflict; empty where the marked words say it all.

    relation: of the alignment that it stands under.
    """
    if difference.kind in _VALUES:
        if not left.words or not right.words or left.words.lower() == right.words.lower():
            return ""
        both = difference.kind == comparison_pb2.DIFFERENCE_KIND_QUANTITY and relation != comparison_pb2.RELATION_RELATED
        return f"{left.name} has “{left.words}”, {right.name} “{right.words}”." + (" Both figures may hold." if both else "")
    if difference.kind == comparison_pb2.DIFFERENCE_KIND_NEGATION:
        related = relation == comparison_pb2.RELATION_RELATED
        return "One affirms what the other denies, without a conflict." if related else ""
    if difference.kind == comparison_pb2.DIFFERENCE_KIND_ATTRIBUTION:
        return _attributed(difference, left, right)
    if difference.kind == comparison_pb2.DIFFERENCE_KIND_MODALITY:
        manners = _MANNERS.get(difference.left_value), _MANNERS.get(difference.right_value)
        if None in manners:
            return "One puts it more firmly than the other."
        return f"{left.name} {manners[0]}, {right.name} {manners[1]}."
    return ""


def _attributed(difference: comparison_pb2.Difference, left: Side, right: Side) -> str:
    source, other = difference.left_value, difference.right_value
    if not source and not other:
        return ""
    if not source:
        return f"{left.name} states it itself, {right.name} attributes it to {other}."
    if not other:
        return f"{left.name} attributes it to {source}, {right.name} states it itself."
    # The longer name of somebody is no other source.
    if f" {source} ".lower() in f" {other} ".lower() or f" {other} ".lower() in f" {source} ".lower():
        return ""
    return f"{left.name} attributes it to {source}, {right.name} to {other}."


def altered(quote: comparison_pb2.QuoteAlignment, left: Side, right: Side) -> str:
    """What became of the words of a quotation, right against left."""
    if left.words and left.words == right.words:
        return "The words stand in another order"
    one, several = _ALTERATIONS.get(quote.alteration, ("The words differ", "The words differ"))
    words = max(words_in(left.words), words_in(right.words))
    return (several if words > 1 else one).format(left=left.name, right=right.name)


def date_note(found_in: int, inferred: bool) -> str:
    """How an article came by its date, where the reader should know."""
    if not inferred:
        return ""
    return f" (inferred from {_DATE_ORIGINS[found_in]})" if found_in in _DATE_ORIGINS else " (inferred)"


def place(article: ArticleText, words: Sequence[article_pb2.Span]) -> str:
    """The place of some words in their article, as "2nd paragraph"; empty where it is not known."""
    block = article.block_of(words[0]) if words else None
    if block is None:
        return ""
    if block.kind == syntax_pb2.BLOCK_KIND_PARAGRAPH:
        name = f"{ordinal(article.paragraph_number(block))} paragraph"
    else:
        name = _PLACES.get(block.kind, "")
    if block.section == 0 or not name:
        return name
    if block.kind == syntax_pb2.BLOCK_KIND_LIVE_ENTRY:
        name = "head"
    live = any(
        other.section == block.section and other.kind == syntax_pb2.BLOCK_KIND_LIVE_ENTRY
        for other in article.analysis.blocks
    )
    return f"{name} of the {ordinal(block.section)} {'live entry' if live else 'further article'}"


def said_by(article: ArticleText, claim: semantics_pb2.Claim) -> str:
    """Who says a claim, where it is not the article itself; empty where it is."""
    sources = ", citing ".join(dict.fromkeys(_source(article, link) for link in claim.attribution))
    return f"according to {sources}" if sources else ""


def _source(article: ArticleText, link: semantics_pb2.Attribution) -> str:
    name = article.source(link)
    if not name:
        return "a source that is not named"
    return f"a source called only “{name}”" if link.kind == semantics_pb2.ATTRIBUTION_KIND_UNRESOLVED else name


def percent(confidence: float) -> str:
    """A confidence in whole per cent; "100%" only for certainty."""
    return f"{min(round(confidence * 100), 99 if confidence < 1 else 100)}%"


def count(number: int, thing: str) -> str:
    """A number of things, as "2 conflicts" or "no conflicts"."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def ordinal(number: int) -> str:
    """A place in a row, as "2nd"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def listing(items: Sequence[str], most: Optional[int] = None) -> str:
    """ "a, b, and c"; with more than `most` the rest is counted."""
    shown = list(items)
    if most is not None and len(shown) > most:
        shown = shown[:most] + [f"{len(items) - most} more"]
    if len(shown) < 3:
        return " and ".join(shown)
    return ", ".join(shown[:-1]) + f", and {shown[-1]}"


def earlier(day: date, later: date) -> str:
    """How much earlier the one day is than the other, as "a year earlier" or "5 days earlier"."""
    days = (later - day).days
    if days < 28 or (days < 30 and _month_before(later) != day):
        number, unit = days, "day"
    elif days < 345:
        number, unit = max(int(days // 29.5), 1), "month"
    else:
        number, unit = max(days // 365, 1), "year"
    return f"a {unit} earlier" if number == 1 else f"{number} {unit}s earlier"


def _month_before(day: date) -> date:
    last_of_month_before = day.replace(day=1) - timedelta(days=1)
    return last_of_month_before.replace(day=min(day.day, last_of_month_before.day))


def day_of(text: str) -> Optional[date]:
    """The day of an ISO 8601 date or time; None for anything else."""
    head = text[:10]
    try:
        return date.fromisoformat(head) if len(head) == 10 and head.isascii() and head[4] == head[7] == "-" else None
    except ValueError:
        return None


def date_text(text: str) -> str:
    """A date for people, as "12 March 2024"; as it stands where it is not a day."""
    day = day_of(text)
    return text if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"

"""The words of the report for the values of the contract. Values that a later service may send have words too."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Optional, Sequence

from analysis.v1 import article_pb2, comparison_pb2, semantics_pb2, syntax_pb2
from analysis_client import ArticleText

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

_ALTERATIONS = {
    comparison_pb2.ALTERATION_INSERTION: "{right} has words of its own in brackets",
    comparison_pb2.ALTERATION_ELLIPSIS: "{right} leaves words out, and marks it",
    comparison_pb2.ALTERATION_NEGATION_LOST: "A negation stands in {left} only",
    comparison_pb2.ALTERATION_NEGATION_ADDED: "A negation stands in {right} only",
    comparison_pb2.ALTERATION_WORD_SUBSTITUTED: "One word stands for another",
    comparison_pb2.ALTERATION_WORD_DROPPED: "A word stands in {left} only",
    comparison_pb2.ALTERATION_WORD_ADDED: "A word stands in {right} only",
    comparison_pb2.ALTERATION_TRUNCATED: "{left} goes on where {right} ends",
    comparison_pb2.ALTERATION_EXTENDED: "{right} goes on where {left} ends",
    comparison_pb2.ALTERATION_MERGED: "Two quotations are one",
    comparison_pb2.ALTERATION_OTHER_SPEAKER: "The same words come from different speakers",
    comparison_pb2.ALTERATION_PARAPHRASE: "The same in other words, between quotation marks",
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


def clause(verdict: int) -> str:
    """The verdict in a clause, said of the pair."""
    return _CLAUSES.get(verdict, "relate in a way that this program does not know")


def conflict(kind: int) -> str:
    """What kind of conflict a difference makes."""
    return _CONFLICTS.get(kind, "They say otherwise")


def note(difference: comparison_pb2.Difference, relation: int, left: str, right: str) -> str:
    """What the reader should know of a difference that is no conflict; empty where the marked words say it all.

    relation: of the alignment that it stands under; left and right are what the report calls the articles.
    """
    if difference.kind == comparison_pb2.DIFFERENCE_KIND_QUANTITY and relation != comparison_pb2.RELATION_RELATED:
        return "Both figures may hold."
    if difference.kind == comparison_pb2.DIFFERENCE_KIND_NEGATION:
        return "One affirms what the other denies, without a conflict."
    if difference.kind == comparison_pb2.DIFFERENCE_KIND_ATTRIBUTION:
        if not difference.left_value:
            return f"{left} states it itself, {right} attributes it to {difference.right_value}."
        if not difference.right_value:
            return f"{left} attributes it to {difference.left_value}, {right} states it itself."
        return f"{left} attributes it to {difference.left_value}, {right} to {difference.right_value}."
    if difference.kind == comparison_pb2.DIFFERENCE_KIND_MODALITY:
        return "One puts it more firmly than the other."
    return ""


def altered(alteration: int, left: str, right: str) -> str:
    """What became of the words of a quotation, right against left; left and right are what the report calls the articles."""
    return _ALTERATIONS.get(alteration, "The words differ").format(left=left, right=right)


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
    return f"{name} of the {ordinal(block.section)} live entry" if block.section > 0 and name else name


def said_by(article: ArticleText, claim: semantics_pb2.Claim) -> str:
    """Who says a claim, where it is not the article itself; empty where it is."""
    sources = ", citing ".join(_source(article, link) for link in claim.attribution)
    return f"according to {sources}" if sources else ""


def _source(article: ArticleText, link: semantics_pb2.Attribution) -> str:
    name = article.source(link)
    if not name:
        return "a source that is not named"
    return f"somebody called “{name}”" if link.kind == semantics_pb2.ATTRIBUTION_KIND_UNRESOLVED else name


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

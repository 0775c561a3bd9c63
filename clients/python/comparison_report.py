"""A comparison as a report for people: first whether the articles are about the same event, then where they differ.

Says what differs, never what is true. The report of the C# client is the same, character for character.
"""

from __future__ import annotations

from typing import Callable, Dict, Iterable, List, Sequence, TextIO

import report_wording as wording
from analysis.v1 import article_pb2, comparison_pb2, diagnostics_pb2
from analysis_client import ComparedArticles
from report_contents import MOST_LISTED, Entry, Only, Passage, ReportContents, Row, as_range
from report_page import ReportPage, Style, Styled

_INDENT = 3
_SIGNS = {comparison_pb2.STANCE_SAYS: "+", comparison_pb2.STANCE_SAYS_OTHERWISE: "≠", comparison_pb2.STANCE_SILENT: "·"}

# The rules whose numbers begin so are about how a story is told; what the others find stands above.
_TELLING = "CMP5"
_VOICE = "CMP5004"

_MOST_ROWS = 20
_MOST_MARKS = 3
_MORE_DETAIL = (comparison_pb2.RELATION_REFINES, comparison_pb2.RELATION_GENERALIZES)


def write_report(out: TextIO, compared: ComparedArticles, width: int = 100, color: bool = False) -> None:
    """Writes the report of a comparison.

    The differing words are marked by terminal colours or, without them, by »…«.
    """
    _Report(compared, ReportPage(out, width, color)).write()


class _Report:
    def __init__(self, compared: ComparedArticles, page: ReportPage) -> None:
        self._compared = compared
        self._comparison = compared.comparison
        self._contents = ReportContents(compared)
        self._page = page

    @property
    def _is_pair(self) -> bool:
        return len(self._compared.articles) == 2

    def write(self) -> None:
        if self._is_pair:
            self._write_pair()
        else:
            self._write_story()
        self._write_notices()
        if self._has_more_to_tell():
            self._write_conflicts()
            self._write_updates()
            self._write_quotations()
            if self._is_pair:
                self._write_shared()
            else:
                self._write_rows()
                self._write_omissions()
            self._write_related()
            self._write_only_in()
            self._write_telling()
        self._page.gap()
        version = self._comparison.engine.version
        closing = f"Analysis {version}. It shows where articles differ, not which of them is right."
        self._page.text(0, Styled(closing, Style.ASIDE))

    def _has_more_to_tell(self) -> bool:
        """Of the same text twice, and of two that have nothing in common, lists would only repeat the articles."""
        verdicts = [pair.verdict for pair in self._comparison.relatedness]
        if not self._is_pair:
            return True
        if comparison_pb2.VERDICT_UNRELATED in verdicts:
            return bool(self._comparison.alignments or self._comparison.quotes)
        return comparison_pb2.VERDICT_IDENTICAL not in verdicts

    def _write_pair(self) -> None:
        relatedness = self._comparison.relatedness
        pair = relatedness[0] if relatedness else comparison_pb2.Relatedness(right=1)
        verdict = wording.clause(pair.verdict).upper()
        self._page.heading(f"THE ARTICLES {verdict} (confidence {wording.percent(pair.confidence)})")
        self._write_articles()
        self._write_summary()
        for origin in self._comparison.origins:
            self._write(0, f"Both go back to one origin{_origin(origin)}.")
        self._write_evidence(pair)

    def _write_story(self) -> None:
        number = len(self._compared.articles)
        copies = sum(len(origin.articles) - 1 for origin in self._comparison.origins)
        independent = f", {wording.count(number - copies, 'independent report')}" if copies else ""
        self._page.heading((wording.count(number, "article") + independent).upper())
        self._write_articles()
        self._write_summary()
        self._page.heading("HOW THEY RELATE")
        for pair in self._comparison.relatedness:
            articles = f"{_letter(pair.left)} and {_letter(pair.right)}"
            self._write(_INDENT, f"{articles} {wording.clause(pair.verdict)} (confidence {wording.percent(pair.confidence)}).")
            if _editions_of(pair):
                self._write(_INDENT + 3, _editions(pair))
        self._page.gap()
        for origin in self._comparison.origins:
            articles = wording.listing([_letter(article) for article in origin.articles])
            self._write(_INDENT, f"{articles} go back to one origin{_origin(origin)}.")

    def _write_articles(self) -> None:
        for i, article in enumerate(self._comparison.articles):
            inferred = any(
                notice.article == i and notice.kind == article_pb2.NOTICE_KIND_PUBLICATION_DATE_INFERRED
                for notice in self._comparison.notices
            )
            publisher = self._compared.articles[i].analysis.metadata.publisher.value
            date = "no date found, so that words like “yesterday” stay unresolved"
            if article.published:
                date = wording.date_text(article.published) + wording.date_note(article.published_found_in, inferred)
            label = _letter(i).ljust(3)
            self._page.labelled(_INDENT, label, Styled(article.title or "(no headline)", Style.HEADING))
            self._write(_INDENT + len(label), ", ".join(part for part in (article.id, publisher, date) if part))
        self._page.gap()

    def _write_summary(self) -> None:
        """What a reader wants to know first: how many there are of what matters."""
        if not self._has_more_to_tell():
            return
        contents = self._contents
        counts = [wording.count(len(contents.conflicts), "conflict")]
        if contents.updates:
            counts.append(wording.count(len(contents.updates), "later state"))
        counts.append(wording.count(len(contents.altered), "altered quotation"))
        if contents.longer:
            counts.append(f"{wording.count(len(contents.longer), 'quotation')} at greater length")
        if self._is_pair:
            counts.append(f"{wording.count(contents.shared, 'statement')} in both")
        else:
            counts.append(f"{wording.count(len(contents.rows), 'statement')} in two articles or more")
        total = wording.listing(counts)
        self._write(0, f"{total[0].upper()}{total[1:]}.")
        alone = wording.listing([f"{only.number or 'none'} in {_letter(only.article)}" for only in contents.only])
        self._write(0, f"Statements found in one article only: {alone}.")
        self._page.gap()

    def _write_evidence(self, pair: comparison_pb2.Relatedness) -> None:
        if _editions_of(pair):
            self._write(0, _editions(pair))
        kinds: Dict[int, List[str]] = {}
        for evidence in pair.evidence:
            kinds.setdefault(evidence.kind, []).append(evidence.value)
        for kind, values in kinds.items():
            listed = wording.listing(list(dict.fromkeys(value for value in values if value)), most=6)
            sentence = {
                comparison_pb2.EVIDENCE_KIND_SHARED_ENTITY: f"Both name {listed}.",
                comparison_pb2.EVIDENCE_KIND_SHARED_QUANTITY: f"Both give the figures {listed}.",
                comparison_pb2.EVIDENCE_KIND_SHARED_QUOTE: f"They have {wording.count(len(values), 'quotation')} in common.",
                comparison_pb2.EVIDENCE_KIND_SHARED_WORDS: f"Passages of the same words make up {listed}.",
            }.get(kind, "")
            if sentence:
                self._write(0, sentence)

        left = wording.day_of(self._comparison.articles[pair.left].published)
        right = wording.day_of(self._comparison.articles[pair.right].published)
        if left and right:
            first = _letter(pair.left if left < right else pair.right)
            self._write(
                0,
                "Both were published on the same day."
                if left == right
                else f"{first} was published {wording.earlier(min(left, right), max(left, right))}.",
            )

    def _write_notices(self) -> None:
        told_beside_the_articles = (
            article_pb2.NOTICE_KIND_PUBLICATION_DATE_INFERRED,
            article_pb2.NOTICE_KIND_PUBLICATION_DATE_MISSING,
        )
        self._page.gap()
        for notice in self._comparison.notices:
            if notice.kind not in told_beside_the_articles:
                self._write(0, f"Note on {_letter(notice.article)}: {notice.message}")

    def _write_conflicts(self) -> None:
        self._page.heading("CONFLICTS")
        for number, conflict in enumerate(self._contents.conflicts, 1):
            differences = [difference for difference in conflict.differences if difference.incompatible]
            titles = dict.fromkeys(wording.conflict(difference.kind) for difference in differences)
            unknown = wording.conflict(comparison_pb2.DIFFERENCE_KIND_UNSPECIFIED)
            self._write_numbered(number, ". ".join(titles) or unknown, conflict.confidence)
            self._write_sides(conflict, differences)
            self._write_aside(conflict.explanation or " ".join(difference.explanation for difference in differences))
            if conflict.reason == comparison_pb2.RELATION_REASON_ORDER_UNKNOWN:
                self._write_aside("Which of the two is the later state cannot be told.")
            self._page.gap()
        if not self._contents.conflicts:
            self._write(_INDENT, "None found.")

    def _write_updates(self) -> None:
        if self._contents.updates:
            self._page.heading("LATER STATE")
        for number, update in enumerate(self._contents.updates, 1):
            later = update.left if update.relation == comparison_pb2.RELATION_UPDATES else update.right
            self._write_numbered(number, f"{_letter(later.article)} gives the later state", update.confidence)
            self._write_sides(update, update.differences)
            self._write_aside(update.explanation)
            self._page.gap()

    def _write_quotations(self) -> None:
        contents = self._contents
        if not self._comparison.quotes:
            return
        self._page.heading("QUOTATIONS")
        for number, quote in enumerate(contents.altered, 1):
            self._write_altered(number, quote)
            for words, changed in ((quote.left, _left_changes(quote)), (quote.right, _right_changes(quote))):
                self._write_side(_letter(words.article), *self._quotation(words, changed))
                self._write_aside(self._said_at(words))
            self._page.gap()
        for number, quote in enumerate(contents.longer, len(contents.altered) + 1):
            self._write_altered(number, quote)
            extended = quote.alteration == comparison_pb2.ALTERATION_EXTENDED
            words, changed = (quote.right, _right_changes(quote)) if extended else (quote.left, _left_changes(quote))
            self._write_side(_letter(words.article), *self._quotation(words, changed))
            places = [f"{_letter(side.article)}: {self._said_at(side)}" for side in (quote.left, quote.right)]
            self._write_aside("; ".join(places))
            self._page.gap()
        self._write_same("The same to the letter:", contents.same)
        self._write_same("The same but for typography:", contents.typography)

    def _write_altered(self, number: int, quote: comparison_pb2.QuoteAlignment) -> None:
        left, right = (
            wording.Side(_letter(words.article), " ".join(self._slice(words.article, span) for span in changed))
            for words, changed in ((quote.left, _left_changes(quote)), (quote.right, _right_changes(quote)))
        )
        self._write_numbered(number, wording.altered(quote, left, right), quote.confidence)

    def _write_same(self, title: str, quotes: Sequence[comparison_pb2.QuoteAlignment]) -> None:
        """Each quotation once, whichever articles have it."""
        places: Dict[str, List[article_pb2.Location]] = {}
        for quote in quotes:
            held = places.setdefault(self._compared.slice(quote.left), [])
            held.extend(words for words in (quote.left, quote.right) if words not in held)
        if places:
            self._write(_INDENT, title)
        for held in list(places.values())[:MOST_LISTED]:
            speaker = self._compared.articles[held[0].article].speaker(held[0].spans)
            self._write_side(
                _letters(sorted({words.article for words in held})),
                *self._quotation(held[0], ()),
                Styled(f" ({speaker})" if speaker else "", Style.ASIDE),
            )
        self._write_more(len(places) - MOST_LISTED)
        self._page.gap()

    def _quotation(self, words: article_pb2.Location, changed: Iterable[article_pb2.Span]) -> List[Styled]:
        passage = Passage(words.article, tuple(as_range(span) for span in words.spans))
        return [Styled("“"), *passage.styled(self._compared.articles[words.article].text, changed), Styled("”")]

    def _said_at(self, words: article_pb2.Location) -> str:
        """Where the words of a quotation stand, and who says them."""
        article = self._compared.articles[words.article]
        return ", ".join(part for part in (wording.place(article, words.spans), article.speaker(words.spans)) if part)

    def _write_shared(self) -> None:
        contents = self._contents
        if contents.shared == 0:
            self._page.heading("BOTH SAY")
            self._write(_INDENT, "Nothing found." if not self._comparison.quotes else "Nothing found besides quotations.")
        self._write_entries("BOTH SAY", contents.equivalent)
        self._write_entries("BOTH SAY, A IN MORE DETAIL", contents.left_says_more)
        self._write_entries("BOTH SAY, B IN MORE DETAIL", contents.right_says_more)

    def _write_related(self) -> None:
        self._write_entries("OF DIFFERENT EDITIONS, SO NOT A CONFLICT", self._contents.other_edition)
        if self._is_pair:  # Of a story the table tells more.
            self._write_entries("RELATED, BUT NOT THE SAME", self._contents.related)

    def _write_entries(self, heading: str, entries: Sequence[Entry]) -> None:
        if entries:
            self._page.heading(heading)
        same = 0
        for entry in entries:
            left, right = entry.left, entry.right
            left_text = left.text(self._compared.articles[left.article].text)
            if left_text == right.text(self._compared.articles[right.article].text):
                same += 1
                if same > MOST_LISTED:
                    continue
                self._write_side(_letters([left.article, right.article]), Styled(left_text))
            else:
                marked = [
                    difference
                    for alignment in entry.alignments
                    for difference in alignment.differences
                    if self._is_marked(alignment, difference)
                ]
                self._write_passage(left, _marks(marked, _left))
                self._write_passage(right, _marks(marked, _right))
            for note in dict.fromkeys(note for alignment in entry.alignments for note in self._notes(alignment)):
                self._write_aside(note)
            self._page.gap()
        self._write_more(same - MOST_LISTED, " in the same words")

    def _is_marked(self, alignment: comparison_pb2.Alignment, difference: comparison_pb2.Difference) -> bool:
        """Whether the words that differ are worth marking.

        Marks on most words tell nothing; of sentences that say the same, or are only related, other verbs alone do.
        """
        if difference.kind == comparison_pb2.DIFFERENCE_KIND_ATTRIBUTION:
            return False  # The line below tells it.
        if difference.kind == comparison_pb2.DIFFERENCE_KIND_NEGATION:
            return alignment.relation == comparison_pb2.RELATION_RELATED  # Otherwise they say the same all the same.
        if difference.kind != comparison_pb2.DIFFERENCE_KIND_WORDING:
            return True
        if alignment.relation in _MORE_DETAIL:
            return len(difference.left.spans) + len(difference.right.spans) <= _MOST_MARKS
        return all(
            any(_overlap(span, claim.predicate.span) for claim in self._compared.claims(side.article, side.claims))
            for side, words in ((alignment.left, difference.left), (alignment.right, difference.right))
            for span in words.spans
        )

    def _notes(self, alignment: comparison_pb2.Alignment) -> List[str]:
        return [
            wording.note(
                difference,
                alignment.relation,
                wording.Side(_letter(alignment.left.article), self._words(difference.left, difference.left_value)),
                wording.Side(_letter(alignment.right.article), self._words(difference.right, difference.right_value)),
            )
            for difference in alignment.differences
        ]

    def _words(self, location: article_pb2.Location, value: str) -> str:
        return self._compared.slice(location) if location.spans else value

    def _write_rows(self) -> None:
        rows = self._contents.rows
        if not rows:
            return
        self._page.heading("WHO SAYS WHAT")
        self._write(_INDENT, "+ says so, ≠ says otherwise, · is silent")
        self._page.gap()
        self._write(_INDENT, " ".join(_letter(i) for i in range(len(self._compared.articles))))
        for row in rows[:_MOST_ROWS]:
            cells = " ".join(_SIGNS.get(said.stance, "?").ljust(len(_letter(said.article))) for said in row.stances)
            for i, article in enumerate(row.sayers[:1] + row.others):
                label = (cells if i == 0 else " " * len(cells)) + (f"  {_letter(article)}: " if row.others else "  ")
                self._page.labelled(_INDENT, label, *self._said(article, row))
        self._write_more(len(rows) - _MOST_ROWS)

    def _write_omissions(self) -> None:
        for omission in self._comparison.omissions:
            rows = self._contents.omitted(omission)
            if rows:
                self._page.heading(f"{_letter(omission.article)} DOES NOT SAY")
            for row in rows[:MOST_LISTED]:
                sayers = wording.listing([_letter(article) for article in row.sayers])
                self._page.labelled(_INDENT, "- ", *self._said(row.sayers[0], row, sayers))
            self._write_more(len(rows) - MOST_LISTED)

    def _said(self, article: int, row: Row, note: str = "") -> List[Styled]:
        """What an article says, with who says it in the article where the words do not tell."""
        passage = self._contents.passage(article, row)
        if not passage.spans:
            return [Styled("(not in the answer)")]
        text = self._compared.articles[article]
        unnamed = self._contents.unnamed(article, row)
        aside = ", ".join(part for part in (note, wording.said_by(text, unnamed) if unnamed else "") if part)
        return [Styled(passage.text(text.text)), Styled(f" ({aside})" if aside else "", Style.ASIDE)]

    def _write_only_in(self) -> None:
        for only in self._contents.only:
            others = _letter(1 - only.article) if self._is_pair else "ANOTHER ARTICLE"
            self._page.heading(f"IN {_letter(only.article)}, NOT FOUND IN {others}")
            for passage in only.passages:
                self._page.labelled(_INDENT, "- ", Styled(passage.text(self._compared.articles[only.article].text)))
            if not only.passages:
                self._write(_INDENT, "Nothing.")
            self._write_more(only.number - len(only.passages))

    def _write_telling(self) -> None:
        findings = [finding for finding in self._comparison.diagnostics if finding.rule.startswith(_TELLING)]
        if findings:
            self._page.heading("HOW EACH TELLS IT")
        for finding in findings:
            if finding.rule == _VOICE:
                place = wording.place(self._compared.articles[finding.location.article], finding.location.spans)
                aside = Styled(f" ({place})" if place else "", Style.ASIDE)
                self._write_side(_letter(finding.location.article), Styled(finding.message), aside)
                continue
            self._page.gap()
            for location in (finding.location, *(related.location for related in finding.related)):
                self._write_telling_words(location, finding)
            self._write_aside(finding.message)
            self._page.gap()

    def _write_telling_words(self, location: article_pb2.Location, finding: diagnostics_pb2.Diagnostic) -> None:
        """The sentence of some words; they are marked where the finding is about the words themselves."""
        article = self._compared.articles[location.article]
        sentence = article.sentence_at(location.spans[0])
        marks = location.spans if self._compared.slice(location) in finding.message else ()
        self._write_passage(Passage(location.article, (as_range(sentence),)), marks)
        self._write_aside(wording.place(article, location.spans))

    def _write_numbered(self, number: int, title: str, confidence: float) -> None:
        note = f" (confidence {wording.percent(confidence)})"
        self._page.text(0, Styled(f"{number}. {title}", Style.HEADING), Styled(note, Style.ASIDE))

    def _write_sides(
        self, alignment: comparison_pb2.Alignment, differences: Iterable[comparison_pb2.Difference]
    ) -> None:
        left, right = Passage.of(self._compared, alignment.left), Passage.of(self._compared, alignment.right)
        self._write_passage(left, _marks(differences, _left))
        self._write_origin(left, alignment.left)
        self._write_passage(right, _marks(differences, _right))
        self._write_origin(right, alignment.right)

    def _write_passage(self, passage: Passage, marks: Iterable[article_pb2.Span]) -> None:
        self._write_side(
            _letter(passage.article), *passage.styled(self._compared.articles[passage.article].text, marks)
        )

    def _write_side(self, articles: str, *text: Styled) -> None:
        self._page.labelled(_INDENT, articles.ljust(3) if len(articles) < 3 else articles + "  ", *text)

    def _write_origin(self, passage: Passage, side: comparison_pb2.AlignmentSide) -> None:
        """Where the words stand, and who says them where it is not the article."""
        article = self._compared.articles[side.article]
        spans = [article_pb2.Span(start=start, end=end) for start, end in passage.spans]
        sources = dict.fromkeys(wording.said_by(article, claim) for claim in self._compared.claims(side.article, side.claims))
        self._write_aside(", ".join(part for part in (wording.place(article, spans), *sources) if part))

    def _write_aside(self, text: str) -> None:
        if text:
            self._page.text(_INDENT + 3, Styled(text, Style.ASIDE))

    def _write_more(self, number: int, how: str = "") -> None:
        if number > 0:
            self._write(_INDENT, f"… and {number} more{how}")

    def _slice(self, article: int, span: article_pb2.Span) -> str:
        return self._compared.articles[article].slice(span)

    def _write(self, indent: int, text: str) -> None:
        self._page.text(indent, Styled(text))


def _origin(origin: comparison_pb2.Origin) -> str:
    agency = f" ({origin.agency})" if origin.agency else ""
    return f"{agency} and count as one report (confidence {wording.percent(origin.confidence)})"


def _overlap(one: article_pb2.Span, other: article_pb2.Span) -> bool:
    return one.start < other.end and other.start < one.end


def _left_changes(quote: comparison_pb2.QuoteAlignment) -> List[article_pb2.Span]:
    return [span for change in quote.changes for span in change.left]


def _right_changes(quote: comparison_pb2.QuoteAlignment) -> List[article_pb2.Span]:
    return [span for change in quote.changes for span in change.right]


def _editions_of(pair: comparison_pb2.Relatedness) -> List[str]:
    return [item.value for item in pair.evidence if item.kind == comparison_pb2.EVIDENCE_KIND_DIFFERENT_EDITION]


def _editions(pair: comparison_pb2.Relatedness) -> str:
    return (
        f"They report different editions of one event ({wording.listing(_editions_of(pair))}): "
        "figures that differ belong to different editions and do not conflict."
    )


def _left(difference: comparison_pb2.Difference) -> article_pb2.Location:
    return difference.left


def _right(difference: comparison_pb2.Difference) -> article_pb2.Location:
    return difference.right


def _marks(
    differences: Iterable[comparison_pb2.Difference],
    side: Callable[[comparison_pb2.Difference], article_pb2.Location],
) -> List[article_pb2.Span]:
    return [span for difference in differences for span in side(difference).spans]


def _letters(articles: Iterable[int]) -> str:
    return ", ".join(_letter(article) for article in articles)


def _letter(article: int) -> str:
    """A to Z, then AA, AB, …"""
    return chr(ord("A") + article) if article < 26 else _letter(article // 26 - 1) + _letter(article % 26)

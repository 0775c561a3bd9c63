"""A comparison as a report for people: first whether the articles are about the same event, then where they differ.

Says what differs, never what is true. The report of the C# client is the same, character for character.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Iterable, Iterator, List, Set, TextIO, Tuple

import report_wording as wording
from analysis.v1 import article_pb2, comparison_pb2, semantics_pb2
from analysis_client import GAP, ComparedArticles
from report_page import ReportPage, Style, Styled

_INDENT = 3
_SHARED = (
    comparison_pb2.RELATION_EQUIVALENT,
    comparison_pb2.RELATION_REFINES,
    comparison_pb2.RELATION_GENERALIZES,
)
_TYPOGRAPHY = (comparison_pb2.ALTERATION_TYPOGRAPHY, comparison_pb2.ALTERATION_CASE_OR_SPACE)
_SIGNS = {comparison_pb2.STANCE_SAYS: "+", comparison_pb2.STANCE_SAYS_OTHERWISE: "≠", comparison_pb2.STANCE_SILENT: "·"}

_PUNCTUATION = " \t\r\n\u00a0.,;:!?\"'()[]-–—…“”‘’"

_Range = Tuple[int, int]


def write_report(out: TextIO, compared: ComparedArticles, width: int = 100, color: bool = False) -> None:
    """Writes the report of a comparison.

    The differing words are marked by terminal colours or, without them, by »…«.
    """
    _Report(compared, ReportPage(out, width, color)).write()


@dataclass(frozen=True)
class _Passage:
    """Words of one article to be shown: whole sentences, or parts of them. Spans are ascending and disjoint."""

    article: int
    spans: Tuple[_Range, ...]

    @staticmethod
    def of(compared: ComparedArticles, side: comparison_pb2.AlignmentSide) -> _Passage:
        """The sentences of one side of an alignment."""
        article = compared.articles[side.article]
        sentences = {_range(article.sentence(claim)) for claim in compared.claims(side.article, side.claims)}
        return _Passage(side.article, tuple(sorted(sentences)) or tuple(_range(span) for span in side.spans))

    def text(self, text: str) -> str:
        """The words, with GAP between them."""
        return GAP.join(text[start:end] for start, end in self.spans)

    def styled(self, text: str, marks: Iterable[article_pb2.Span]) -> Iterator[Styled]:
        """The passage with some of its words marked, and an ellipsis where something between its spans is left out."""
        merged = _merge(text, (_range(mark) for mark in marks))
        for i, (start, end) in enumerate(self.spans):
            if i > 0:
                yield Styled(" " if not text[self.spans[i - 1][1] : start].strip() else GAP)
            at = start
            for mark in merged:
                mark_start, mark_end = max(mark[0], at), min(mark[1], end)
                if mark_start >= mark_end:
                    continue
                yield Styled(text[at:mark_start])
                yield Styled(text[mark_start:mark_end], Style.MARKED)
                at = mark_end
            yield Styled(text[at:end])


_Pair = Tuple[_Passage, _Passage]
_Groups = Dict[_Pair, List[comparison_pb2.Alignment]]


class _Report:
    def __init__(self, compared: ComparedArticles, page: ReportPage) -> None:
        self._compared = compared
        self._comparison = compared.comparison
        self._page = page
        self._shown: Set[_Pair] = set()
        """Pairs of passages that the reader has seen already."""
        self._counts: List[str] = []
        """What the last line counts, as the lists above it hold it."""

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
                self._write_clusters()
                self._write_omissions()
            self._write_related()
            self._write_only_in()
            self._write_telling()
        self._write_closing()

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
        self._write_evidence(pair)

    def _write_story(self) -> None:
        number = len(self._compared.articles)
        copies = sum(len(origin.articles) - 1 for origin in self._comparison.origins)
        independent = f", {wording.count(number - copies, 'independent report')}" if copies else ""
        self._page.heading((wording.count(number, "article") + independent).upper())
        self._write_articles()
        self._page.heading("HOW THEY RELATE")
        for pair in self._comparison.relatedness:
            articles = f"{_letter(pair.left)} and {_letter(pair.right)}"
            self._write(_INDENT, f"{articles} {wording.clause(pair.verdict)} (confidence {wording.percent(pair.confidence)}).")
            if _editions_of(pair):
                self._write(_INDENT + 3, _editions(pair))
        self._page.gap()
        for origin in self._comparison.origins:
            articles = wording.listing([_letter(article) for article in origin.articles])
            agency = f" ({origin.agency})" if origin.agency else ""
            confidence = wording.percent(origin.confidence)
            self._write(
                _INDENT, f"{articles} go back to one origin{agency} and count as one report (confidence {confidence})."
            )

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
        conflicts = self._alignments(comparison_pb2.RELATION_CONFLICTS)
        for number, conflict in enumerate(conflicts, 1):
            differences = [difference for difference in conflict.differences if difference.incompatible]
            titles = dict.fromkeys(wording.conflict(difference.kind) for difference in differences)
            unknown = wording.conflict(comparison_pb2.DIFFERENCE_KIND_UNSPECIFIED)
            self._write_numbered(number, ". ".join(titles) or unknown, conflict.confidence)
            self._write_sides(conflict, differences)
            self._write_aside(conflict.explanation or " ".join(difference.explanation for difference in differences))
            if conflict.reason == comparison_pb2.RELATION_REASON_ORDER_UNKNOWN:
                self._write_aside("Which of the two is the later state cannot be told.")
            self._page.gap()
        if not conflicts:
            self._write(_INDENT, "None found.")
        self._counts.append(wording.count(len(conflicts), "conflict"))

    def _write_updates(self) -> None:
        updates = self._alignments(comparison_pb2.RELATION_UPDATES, comparison_pb2.RELATION_UPDATED_BY)
        if updates:
            self._page.heading("LATER FIGURES")
        for number, update in enumerate(updates, 1):
            later = update.left if update.relation == comparison_pb2.RELATION_UPDATES else update.right
            self._write_numbered(number, f"{_letter(later.article)} gives the later state", update.confidence)
            self._write_sides(update, update.differences)
            self._write_aside(update.explanation)
            self._page.gap()

    def _write_quotations(self) -> None:
        quotes = self._comparison.quotes
        self._counts.append(wording.count(sum(map(_is_altered, quotes)), "altered quotation"))
        if not quotes:
            return
        self._page.heading("QUOTATIONS")
        for number, quote in enumerate(filter(_is_altered, quotes), 1):
            title = wording.altered(quote.alteration, _letter(quote.left.article), _letter(quote.right.article))
            self._write_numbered(number, title, quote.confidence)
            self._write_quotation(quote.left, [span for change in quote.changes for span in change.left])
            self._write_quotation(quote.right, [span for change in quote.changes for span in change.right])
            self._page.gap()
        same = sum(quote.alteration == comparison_pb2.ALTERATION_IDENTICAL for quote in quotes)
        typography = sum(quote.alteration in _TYPOGRAPHY for quote in quotes)
        if same:
            self._write(_INDENT, f"The same to the letter: {wording.count(same, 'quotation')}.")
        if typography:
            self._write(_INDENT, f"The same but for typography: {wording.count(typography, 'quotation')}.")

    def _write_quotation(self, words: article_pb2.Location, changed: Iterable[article_pb2.Span]) -> None:
        article = self._compared.articles[words.article]
        passage = _Passage(words.article, tuple(_range(span) for span in words.spans))
        self._write_side(words.article, Styled("“"), *passage.styled(article.text, changed), Styled("”"))
        self._write_aside(
            ", ".join(part for part in (wording.place(article, words.spans), article.speaker(words.spans)) if part)
        )

    def _write_shared(self) -> None:
        same: _Groups = {}
        left_says_more: _Groups = {}
        right_says_more: _Groups = {}
        for pair, alignments in self._unseen(self._alignments(*_SHARED)).items():
            relations = [alignment.relation for alignment in alignments]
            if comparison_pb2.RELATION_REFINES in relations:
                left_says_more[pair] = alignments
            elif comparison_pb2.RELATION_GENERALIZES in relations:
                right_says_more[pair] = alignments
            else:
                same[pair] = alignments
        number = len(same) + len(left_says_more) + len(right_says_more)
        self._counts.append(f"{wording.count(number, 'statement')} in both")
        if number == 0:
            self._page.heading("BOTH SAY")
            self._write(_INDENT, "Nothing found.")
        self._write_groups("BOTH SAY", same)
        self._write_groups("BOTH SAY, A IN MORE DETAIL", left_says_more)
        self._write_groups("BOTH SAY, B IN MORE DETAIL", right_says_more)

    def _write_groups(self, heading: str, pairs: _Groups) -> None:
        if pairs:
            self._page.heading(heading)
        for (left, right), alignments in pairs.items():
            self._shown.add((left, right))
            differences = [difference for alignment in alignments for difference in alignment.differences]
            left_text = left.text(self._compared.articles[left.article].text)
            right_text = right.text(self._compared.articles[right.article].text)
            if left_text == right_text:
                label = f"{_letter(left.article)}, {_letter(right.article)}  "
                self._page.labelled(_INDENT, label, Styled(left_text))
            else:
                self._write_passage(left, _marks(differences, _left))
                self._write_passage(right, _marks(differences, _right))
            for note in dict.fromkeys(note for alignment in alignments for note in _notes(alignment)):
                self._write_aside(note)
            self._page.gap()

    def _write_related(self) -> None:
        other_edition: List[comparison_pb2.Alignment] = []
        otherwise: List[comparison_pb2.Alignment] = []
        for alignment in self._alignments(comparison_pb2.RELATION_RELATED):
            by_edition = alignment.reason == comparison_pb2.RELATION_REASON_DIFFERENT_EDITION
            (other_edition if by_edition else otherwise).append(alignment)
        self._write_groups("OF DIFFERENT EDITIONS, SO NOT A CONFLICT", self._unseen(other_edition))
        if self._is_pair:  # Of a story the table tells more.
            self._write_groups("RELATED, BUT NOT THE SAME", self._unseen(otherwise))

    def _unseen(self, alignments: Iterable[comparison_pb2.Alignment]) -> _Groups:
        groups: _Groups = {}
        for alignment in alignments:
            pair = self._passages(alignment)
            if pair not in self._shown:
                groups.setdefault(pair, []).append(alignment)
        return groups

    def _write_clusters(self) -> None:
        self._counts.append(f"{wording.count(len(self._comparison.clusters), 'statement')} in two articles or more")
        if not self._comparison.clusters:
            return
        self._page.heading("WHO SAYS WHAT")
        self._write(_INDENT, "+ says so, ≠ says otherwise, · is silent")
        self._page.gap()
        self._write(_INDENT, " ".join(_letter(i) for i in range(len(self._compared.articles))))
        for cluster in self._comparison.clusters:
            cells = " ".join(_SIGNS.get(said.stance, "?").ljust(len(_letter(said.article))) for said in cluster.stances)
            sayers = [said.article for said in cluster.stances if said.stance == comparison_pb2.STANCE_SAYS]
            others = [said.article for said in cluster.stances if said.stance == comparison_pb2.STANCE_SAYS_OTHERWISE]
            for i, article in enumerate(sayers[:1] + others):
                label = (cells if i == 0 else " " * len(cells)) + (f"  {_letter(article)}: " if others else "  ")
                self._page.labelled(_INDENT, label, Styled(self._claim_of(article, cluster)))

    def _write_omissions(self) -> None:
        for omission in self._comparison.omissions:
            self._page.heading(f"{_letter(omission.article)} DOES NOT SAY")
            for cluster in (self._comparison.clusters[index] for index in omission.clusters):
                sayers = [said.article for said in cluster.stances if said.stance == comparison_pb2.STANCE_SAYS]
                letters = wording.listing([_letter(article) for article in sayers])
                self._page.labelled(
                    _INDENT, "- ", Styled(self._claim_of(sayers[0], cluster)), Styled(f" ({letters})", Style.ASIDE)
                )

    def _claim_of(self, article: int, cluster: comparison_pb2.Cluster) -> str:
        text = self._compared.articles[article]
        claim = next(self._compared.claims(article, cluster.claims), None)
        if claim is None:
            return "(not in the answer)"
        return _part(text.text, _range(text.sentence(claim)), [_range(claim.span)])

    def _write_only_in(self) -> None:
        for only in self._comparison.only_in:
            self._page.heading(f"ONLY {_letter(only.article)} SAYS")
            passages = self._only_passages(only)
            for passage in passages:
                self._page.labelled(_INDENT, "- ", Styled(passage))
            if not passages:
                self._write(_INDENT, "Nothing found.")
            self._counts.append(f"{len(passages) or 'none'} only in {_letter(only.article)}")

    def _only_passages(self, only: comparison_pb2.OnlyIn) -> List[str]:
        """A sentence that only this article has stands as a whole; of one that is shared in part, only the rest stands here."""
        article = self._compared.articles[only.article]
        ids = set(only.claims)
        # The words of a quotation that stands in another article too have been told, altered or not.
        quoted = [
            span
            for quote in self._comparison.quotes
            for words in (quote.left, quote.right)
            if words.article == only.article
            for span in words.spans
        ]
        sentences: Dict[_Range, List[semantics_pb2.Claim]] = {}
        for claim in self._comparison.claims:
            if claim.article == only.article:
                sentences.setdefault(_range(article.sentence(claim)), []).append(claim)
        passages = []
        for sentence in sorted(sentences):
            claims = sentences[sentence]
            alone = [
                _range(claim.span)
                for claim in claims
                if claim.id in ids
                and not any(span.start <= claim.span.start and claim.span.end <= span.end for span in quoted)
            ]
            if len(alone) == len(claims):
                passages.append(article.text[sentence[0] : sentence[1]])
            elif alone:
                passages.append(_part(article.text, sentence, alone))
        return passages

    def _write_telling(self) -> None:
        """The rules whose numbers begin with 5 are about how a story is told; what the others find stands above."""
        findings = [finding for finding in self._comparison.diagnostics if finding.rule.startswith("CMP5")]
        if findings:
            self._page.heading("HOW EACH TELLS IT")
        for finding in findings:
            spans = finding.location.spans
            words = GAP.join(self._compared.articles[finding.location.article].text[span.start : span.end] for span in spans)
            told = words in finding.message
            self._write_side(finding.location.article, Styled(finding.message if told else words))
            if not told:
                self._write_aside(finding.message)
            places = [
                f"{_letter(location.article)}: {wording.place(self._compared.articles[location.article], location.spans)}"
                for location in [finding.location, *(related.location for related in finding.related)]
            ]
            self._write_aside("; ".join(places))

    def _write_closing(self) -> None:
        self._page.gap()
        if self._counts:
            total = wording.listing(self._counts)
            self._write(0, f"{total[0].upper()}{total[1:]}.")
        version = self._comparison.engine.version
        closing = f"Analysis {version}. It shows where articles differ, not which of them is right."
        self._page.text(0, Styled(closing, Style.ASIDE))

    def _alignments(self, *relations: int) -> List[comparison_pb2.Alignment]:
        return [alignment for alignment in self._comparison.alignments if alignment.relation in relations]

    def _write_numbered(self, number: int, title: str, confidence: float) -> None:
        note = f" (confidence {wording.percent(confidence)})"
        self._page.text(0, Styled(f"{number}. {title}", Style.HEADING), Styled(note, Style.ASIDE))

    def _write_sides(
        self, alignment: comparison_pb2.Alignment, differences: Iterable[comparison_pb2.Difference]
    ) -> None:
        left, right = self._passages(alignment)
        self._shown.add((left, right))
        self._write_passage(left, _marks(differences, _left))
        self._write_origin(left, alignment.left)
        self._write_passage(right, _marks(differences, _right))
        self._write_origin(right, alignment.right)

    def _write_passage(self, passage: _Passage, marks: Iterable[article_pb2.Span]) -> None:
        self._write_side(passage.article, *passage.styled(self._compared.articles[passage.article].text, marks))

    def _write_side(self, article: int, *text: Styled) -> None:
        self._page.labelled(_INDENT, _letter(article).ljust(3), *text)

    def _write_origin(self, passage: _Passage, side: comparison_pb2.AlignmentSide) -> None:
        """Where the words stand, and who says them where it is not the article."""
        article = self._compared.articles[side.article]
        spans = [article_pb2.Span(start=start, end=end) for start, end in passage.spans]
        sources = dict.fromkeys(wording.said_by(article, claim) for claim in self._compared.claims(side.article, side.claims))
        self._write_aside(", ".join(part for part in (wording.place(article, spans), *sources) if part))

    def _write_aside(self, text: str) -> None:
        if text:
            self._page.text(_INDENT + 3, Styled(text, Style.ASIDE))

    def _write(self, indent: int, text: str) -> None:
        self._page.text(indent, Styled(text))

    def _passages(self, alignment: comparison_pb2.Alignment) -> _Pair:
        return _Passage.of(self._compared, alignment.left), _Passage.of(self._compared, alignment.right)


def _is_altered(quote: comparison_pb2.QuoteAlignment) -> bool:
    return quote.alteration != comparison_pb2.ALTERATION_IDENTICAL and quote.alteration not in _TYPOGRAPHY


def _editions_of(pair: comparison_pb2.Relatedness) -> List[str]:
    return [item.value for item in pair.evidence if item.kind == comparison_pb2.EVIDENCE_KIND_DIFFERENT_EDITION]


def _editions(pair: comparison_pb2.Relatedness) -> str:
    return (
        f"They report different editions of one event ({wording.listing(_editions_of(pair))}): "
        "figures that differ belong to different editions and do not conflict."
    )


def _part(text: str, sentence: _Range, words: Iterable[_Range]) -> str:
    """Some words of a sentence, with an ellipsis where others are left out; punctuation alone is none."""
    part = ""
    at = sentence[0]
    for start, end in _merge(text, words):
        between = text[at:start]
        if between.strip(_PUNCTUATION):
            between = "… " if at == sentence[0] else GAP
        part += between + text[start:end]
        at = end
    rest = text[at : sentence[1]]
    return part + (" …" if rest.strip(_PUNCTUATION) else rest)


def _notes(alignment: comparison_pb2.Alignment) -> List[str]:
    left, right = _letter(alignment.left.article), _letter(alignment.right.article)
    return [wording.note(difference, alignment.relation, left, right) for difference in alignment.differences]


def _left(difference: comparison_pb2.Difference) -> article_pb2.Location:
    return difference.left


def _right(difference: comparison_pb2.Difference) -> article_pb2.Location:
    return difference.right


def _marks(
    differences: Iterable[comparison_pb2.Difference],
    side: Callable[[comparison_pb2.Difference], article_pb2.Location],
) -> List[article_pb2.Span]:
    return [span for difference in differences for span in side(difference).spans]


def _range(span: article_pb2.Span) -> _Range:
    return span.start, span.end


def _merge(text: str, spans: Iterable[_Range]) -> List[_Range]:
    """Sorts spans and joins those that touch, overlap, or have only white space between them."""
    merged: List[_Range] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _letter(article: int) -> str:
    """A to Z, then AA, AB, …"""
    return chr(ord("A") + article) if article < 26 else _letter(article // 26 - 1) + _letter(article % 26)

"""What a report shows of a comparison: each thing once, and of a sentence only the part that it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple

from analysis.v1 import article_pb2, comparison_pb2, semantics_pb2, syntax_pb2
from analysis_client import GAP, ArticleText, ComparedArticles
from report_page import Style, Styled

Range = Tuple[int, int]

MOST_LISTED = 10
"""Lines of a list; the rest is counted."""

SHARED = (
    comparison_pb2.RELATION_EQUIVALENT,
    comparison_pb2.RELATION_REFINES,
    comparison_pb2.RELATION_GENERALIZES,
)
TYPOGRAPHY = (comparison_pb2.ALTERATION_TYPOGRAPHY, comparison_pb2.ALTERATION_CASE_OR_SPACE)
LONGER = (comparison_pb2.ALTERATION_TRUNCATED, comparison_pb2.ALTERATION_EXTENDED)

_UPDATES = (comparison_pb2.RELATION_UPDATES, comparison_pb2.RELATION_UPDATED_BY)

# These say by themselves in what two sentences differ; of the others a reader has to see the words.
_TYPED = (
    comparison_pb2.DIFFERENCE_KIND_QUANTITY,
    comparison_pb2.DIFFERENCE_KIND_NEGATION,
    comparison_pb2.DIFFERENCE_KIND_ANTONYM,
    comparison_pb2.DIFFERENCE_KIND_ENTITY,
    comparison_pb2.DIFFERENCE_KIND_DATE,
    comparison_pb2.DIFFERENCE_KIND_PLACE,
)

# The value of a difference of modality where one side reports a denial.
_DENIED = "ReportedDenied"

# Below it, sentences that are called related without a typed difference seldom have more than a topic in common.
_LEAST_RELATED = 0.65

# A claim of fewer words says nothing without its sentence, and fewer words beside it say nothing at all.
_FEWEST_OF_A_CLAIM = 3
_FEWEST_BESIDE = 3

_FIRST_PARAGRAPHS = 3
_MOST_JOINED = 3
_RELATIVE = ("which", "who", "whom", "whose", "that", "where", "when")
_AGENCY_NOTE = re.compile(
    r"contributed (?:to this (?:report|story|article)|reporting)|^\(?(?:Reporting|Writing|Editing) by ", re.IGNORECASE
)
# What a cut takes along at its edges: punctuation, quotation marks that nothing is left between, and words that only join.
_CUT_BEFORE = re.compile(r"""[\s.,;:…–—―-]*(?:["'”’](?=\s))?\s*(?:(?:and|but|or)\s+)?""")
_CUT_AFTER = re.compile(
    r"""(?:[\s,;:…–—―-]+["'“‘]?(?:and|but|or))?(?:[\s,;:…–—―-]+["'“‘])?[\s,;:…–—―-]*$"""
)
_GOVERNING = re.compile(r"""\s*(?:(?:that|if|whether)\s+)?["'“‘(]*$""")
_CLOSING = re.compile(r"""["'”’](?:\s|$)""")


@dataclass(frozen=True)
class Passage:
    """Words of one article to be shown: whole sentences, or parts of them. Spans are ascending and disjoint."""

    article: int
    spans: Tuple[Range, ...]
    cut_before: bool = False
    """Whether words of the sentence are left out before the first span."""
    cut_after: bool = False
    """Whether words of the sentence are left out after the last span."""

    @staticmethod
    def of(compared: ComparedArticles, side: comparison_pb2.AlignmentSide) -> Passage:
        """The sentences of one side of an alignment."""
        article = compared.articles[side.article]
        sentences = {as_range(article.sentence(claim)) for claim in compared.claims(side.article, side.claims)}
        return Passage(side.article, tuple(sorted(sentences)) or tuple(as_range(span) for span in side.spans))

    def part(self, text: str, kept: Iterable[Range], left_out: Iterable[Range]) -> Passage:
        """The passage without what is to be left out, as far as that is not kept; a word or two between go with it.

        What governs words that are kept stays with them: without "nobody believes" there would be another statement.
        """
        kept, left_out = list(kept), list(left_out)
        while True:
            governing = [span for span in left_out if span not in kept and any(governs(text, span, other) for other in kept)]
            if not governing:
                break
            kept += governing
        kept = merge(text, kept)
        gone = merge(text, _without(merge(text, left_out), kept))
        spans: List[Range] = []
        for piece in _without(self.spans, gone):
            start, end = piece
            is_kept = any(start < kept_end and kept_start < end for kept_start, kept_end in kept)
            if not is_kept and words_in(text[start:end]) < _FEWEST_BESIDE:
                continue
            if start not in (first for first, _ in self.spans) and not (spans and _CLOSING.match(text, start)):
                start += _CUT_BEFORE.match(text[start:end]).end()  # type: ignore[union-attr]
            if end not in (last for _, last in self.spans):
                end = start + _CUT_AFTER.search(text[start:end]).start()  # type: ignore[union-attr]
            spans.append((start, end))
        if not spans:
            return self
        return Passage(
            self.article,
            tuple(spans),
            words_in(text[self.spans[0][0] : spans[0][0]]) > 0,
            words_in(text[spans[-1][1] : self.spans[-1][1]]) > 0,
        )

    def text(self, text: str) -> str:
        """The words, with an ellipsis where others are left out."""
        return "".join(piece.text for piece in self.styled(text, ()))

    def styled(self, text: str, marks: Iterable[article_pb2.Span]) -> Iterator[Styled]:
        """The passage with some of its words marked, and an ellipsis where something is left out."""
        merged = merge(text, (as_range(mark) for mark in marks))
        if self.cut_before:
            yield Styled("… ")
        for i, (start, end) in enumerate(self.spans):
            if i > 0:
                yield Styled(_between(text, self.spans[i - 1][1], start))
            at = start
            for mark in merged:
                mark_start, mark_end = max(mark[0], at), min(mark[1], end)
                if mark_start >= mark_end:
                    continue
                yield Styled(text[at:mark_start])
                yield Styled(text[mark_start:mark_end], Style.MARKED)
                at = mark_end
            yield Styled(text[at:end])
        if self.cut_after:
            yield Styled(" …")


Pair = Tuple[Passage, Passage]


@dataclass(frozen=True)
class Entry:
    """What two articles say of one thing, each in a part of its sentences."""

    left: Passage
    right: Passage
    alignments: List[comparison_pb2.Alignment]


@dataclass(frozen=True)
class Only:
    """What one article alone says."""

    article: int
    passages: List[Passage]
    """The most important, in order of the text."""
    number: int
    """How many there are in all."""


@dataclass(frozen=True)
class Row:
    """What some articles of a story say in one sentence of the first of them."""

    stances: Tuple[comparison_pb2.ArticleStance, ...]
    clusters: List[comparison_pb2.Cluster]

    @property
    def sayers(self) -> List[int]:
        return [said.article for said in self.stances if said.stance == comparison_pb2.STANCE_SAYS]

    @property
    def others(self) -> List[int]:
        return [said.article for said in self.stances if said.stance == comparison_pb2.STANCE_SAYS_OTHERWISE]

    @property
    def reports(self) -> int:
        """How many independent reports say so."""
        return max([cluster.reports for cluster in self.clusters] + [0]) or len(self.sayers)


class ReportContents:
    """What a report shows of a comparison, in the order that it shows it in."""

    def __init__(self, compared: ComparedArticles) -> None:
        self._compared = compared
        self._comparison = compared.comparison
        self._sentences: Dict[Tuple[int, Range], List[semantics_pb2.Claim]] = {}
        for claim in self._comparison.claims:
            sentence = as_range(compared.articles[claim.article].sentence(claim))
            self._sentences.setdefault((claim.article, sentence), []).append(claim)

        quotes = self._comparison.quotes
        self.longer = [quote for quote in quotes if quote.alteration in LONGER]
        self.typography = [quote for quote in quotes if quote.alteration in TYPOGRAPHY]
        self.same = [quote for quote in quotes if quote.alteration == comparison_pb2.ALTERATION_IDENTICAL]
        alike = (*LONGER, *TYPOGRAPHY, comparison_pb2.ALTERATION_IDENTICAL)
        self.altered = [quote for quote in quotes if quote.alteration not in alike]

        self.conflicts = self._alignments(comparison_pb2.RELATION_CONFLICTS)
        self.updates = self._alignments(*_UPDATES)
        told = {self._pair(alignment) for alignment in self.conflicts + self.updates}
        shared = [
            entry
            for entry in self._entries(self._alignments(*SHARED), lambda pair, _: pair not in told)
            if self._both_say_enough(entry)
        ]
        self.left_says_more = [entry for entry in shared if _has(entry, comparison_pb2.RELATION_REFINES)]
        rest = [entry for entry in shared if not _has(entry, comparison_pb2.RELATION_REFINES)]
        self.right_says_more = [entry for entry in rest if _has(entry, comparison_pb2.RELATION_GENERALIZES)]
        self.equivalent = [entry for entry in rest if not _has(entry, comparison_pb2.RELATION_GENERALIZES)]

        # An agreement of two sentences must not hide a difference of theirs.
        told |= {self._pair(entry.alignments[0]) for entry in shared}
        related = self._alignments(comparison_pb2.RELATION_RELATED)
        edition = comparison_pb2.RELATION_REASON_DIFFERENT_EDITION
        self.other_edition = self._entries([alignment for alignment in related if alignment.reason == edition], lambda *_: True)
        likely = self._entries(
            [alignment for alignment in related if alignment.reason != edition],
            lambda pair, alignment: _differs(alignment)
            or (alignment.confidence >= _LEAST_RELATED and pair not in told),
        )
        self.related = [
            entry for entry in likely if any(map(_differs, entry.alignments)) or self._both_say_enough(entry)
        ]
        self.rows = sorted(self._rows(range(len(self._comparison.clusters))), key=lambda row: -row.reports)
        self.only = [self._only(only) for only in self._comparison.only_in]

    @property
    def shared(self) -> int:
        return len(self.equivalent) + len(self.left_says_more) + len(self.right_says_more)

    def omitted(self, omission: comparison_pb2.Omission) -> List[Row]:
        """What an article of a story leaves out."""
        return sorted(self._rows(omission.clusters), key=lambda row: -row.reports)

    def passage(self, article: int, row: Row) -> Passage:
        """What an article says in a row; without spans where the answer lacks its claims."""
        claims = self._row_claims(article, row)
        if not claims:
            return Passage(article, ())
        return self._part(Passage(article, (as_range(self._compared.articles[article].sentence(claims[0])),)), claims)

    def unnamed(self, article: int, row: Row) -> Optional[semantics_pb2.Claim]:
        """A claim of a row whose speaker stands outside the words that are shown; None where there is none."""
        shown = self.passage(article, row).spans
        return next((claim for claim in self._row_claims(article, row) if not _names_source(claim, shown)), None)

    def _row_claims(self, article: int, row: Row) -> List[semantics_pb2.Claim]:
        """The claims of a row that stand in the sentence of the first."""
        text = self._compared.articles[article]
        claims = [claim for cluster in row.clusters for claim in self._claims(article, cluster)]
        return [claim for claim in claims if text.sentence(claim) == text.sentence(claims[0])]

    def _alignments(self, *relations: int) -> List[comparison_pb2.Alignment]:
        return [alignment for alignment in self._comparison.alignments if alignment.relation in relations]

    def _pair(self, alignment: comparison_pb2.Alignment) -> Pair:
        return Passage.of(self._compared, alignment.left), Passage.of(self._compared, alignment.right)

    def _entries(
        self,
        alignments: Iterable[comparison_pb2.Alignment],
        is_shown: Callable[[Pair, comparison_pb2.Alignment], bool],
    ) -> List[Entry]:
        """One entry a pair of sentences; what lies in a quotation stands among the quotations."""
        groups: Dict[Pair, List[comparison_pb2.Alignment]] = {}
        for alignment in alignments:
            pair = self._pair(alignment)
            if is_shown(pair, alignment) and (_differs(alignment) or not self._is_quoted(alignment)):
                groups.setdefault(pair, []).append(alignment)
        return [
            Entry(
                self._part(left, self._claims_of(alignment.left for alignment in group)),
                self._part(right, self._claims_of(alignment.right for alignment in group)),
                group,
            )
            for (left, right), group in groups.items()
        ]

    def _is_quoted(self, alignment: comparison_pb2.Alignment) -> bool:
        return any(
            _lies_in(alignment.left, quote.left) and _lies_in(alignment.right, quote.right)
            for quote in self._comparison.quotes
        )

    def _both_say_enough(self, entry: Entry) -> bool:
        left = self._claims_of(alignment.left for alignment in entry.alignments)
        right = self._claims_of(alignment.right for alignment in entry.alignments)
        return self._says_enough(entry.left.article, left) and self._says_enough(entry.right.article, right)

    def _says_enough(self, article: int, claims: Sequence[semantics_pb2.Claim]) -> bool:
        """Whether claims are all of their sentences, or at least one by itself says something there.

        A phrase, a condition, and one half of "nobody believes that it rained" do not.
        """
        text = self._compared.articles[article]
        others = [as_range(claim.span) for claim in self._others(article, claims)]
        return not others or any(
            not _is_phrase(claim)
            and claim.predicate.modality != semantics_pb2.MODALITY_CONDITIONAL
            and words_in(text.slice(claim.span)) >= _FEWEST_OF_A_CLAIM
            and not any(
                governs(text.text, other, as_range(claim.span)) or leads_to(text.text, as_range(claim.span), other)
                for other in others
            )
            for claim in claims
        )

    def _claims_of(self, sides: Iterable[comparison_pb2.AlignmentSide]) -> List[semantics_pb2.Claim]:
        return [claim for side in sides for claim in self._compared.claims(side.article, side.claims)]

    def _part(self, sentences: Passage, claims: Sequence[semantics_pb2.Claim]) -> Passage:
        """The sentences without their other claims."""
        kept = [as_range(claim.span) for claim in claims]
        others = [as_range(claim.span) for claim in self._others(sentences.article, claims)]
        return sentences.part(self._compared.articles[sentences.article].text, kept, others)

    def _others(self, article: int, claims: Sequence[semantics_pb2.Claim]) -> List[semantics_pb2.Claim]:
        """The other claims of the sentences that claims stand in; a phrase belongs to the clause around it."""
        text = self._compared.articles[article]
        ids = {claim.id for claim in claims}
        sentences = dict.fromkeys(as_range(text.sentence(claim)) for claim in claims)
        return [
            claim
            for sentence in sentences
            for claim in self._sentences[article, sentence]
            if claim.id not in ids and not _is_phrase(claim)
        ]

    def _claims(self, article: int, cluster: comparison_pb2.Cluster) -> Iterator[semantics_pb2.Claim]:
        named = [member.claim for member in cluster.members if member.article == article]
        return self._compared.claims(article, named or cluster.claims)

    def _rows(self, clusters: Iterable[int]) -> List[Row]:
        """One row for what the same articles say in one sentence."""
        rows: Dict[object, Row] = {}
        for cluster in (self._comparison.clusters[index] for index in clusters):
            row = Row(tuple(cluster.stances), [cluster])
            sentences = tuple(
                as_range(self._compared.articles[article].sentence(claim))
                for article in row.sayers[:1] + row.others
                for claim in list(self._claims(article, cluster))[:1]
            )
            key = (sentences, tuple(said.stance for said in cluster.stances))
            rows.setdefault(key, Row(row.stances, [])).clusters.append(cluster)
        return [
            row
            for row in rows.values()
            if not row.sayers or self._says_enough(row.sayers[0], self._row_claims(row.sayers[0], row))
        ]

    def _only(self, only: comparison_pb2.OnlyIn) -> Only:
        """A sentence that only this article has stands as a whole; of one that is shared in part, only the rest."""
        article = self._compared.articles[only.article]
        ids = set(only.claims)
        # The words of a quotation that stands in another article too have been told, altered or not.
        quoted = [
            as_range(span)
            for quote in self._comparison.quotes
            for words in (quote.left, quote.right)
            if words.article == only.article
            for span in words.spans
        ]
        found: List[Tuple[int, Passage]] = []
        for of_article, sentence in sorted(self._sentences):
            if of_article != only.article or self._is_beside(only.article, sentence):
                continue
            claims = [claim for claim in self._sentences[of_article, sentence] if not _is_phrase(claim)]
            alone = [claim for claim in claims if claim.id in ids and not _within(as_range(claim.span), quoted)]
            if len(alone) < len(claims):
                others = [as_range(claim.span) for claim in self._others(only.article, alone)]
                alone = [claim for claim in alone if _stands_alone(article, claim, others)]
            if not alone:
                continue
            passage = self._part(Passage(of_article, (sentence,)), alone)
            weight = _weight(article, sentence, alone)
            if found and len(found[-1][1].spans) < _MOST_JOINED and _is_one_quotation(article, found[-1][1], passage):
                weight = max(weight, found[-1][0])
                before = found.pop()[1]
                passage = Passage(of_article, before.spans + passage.spans, before.cut_before, passage.cut_after)
            found.append((weight, passage))
        weightiest = sorted(range(len(found)), key=lambda i: -found[i][0])[:MOST_LISTED]
        return Only(only.article, [found[i][1] for i in sorted(weightiest)], len(found))

    def _is_beside(self, article: int, sentence: Range) -> bool:
        """Whether a sentence is no part of what the article tells: its headline, or a note on who worked on it."""
        text = self._compared.articles[article]
        block = text.block_of(article_pb2.Span(start=sentence[0], end=sentence[1]))
        words = text.text[sentence[0] : sentence[1]]
        return (
            (block is not None and block.kind == syntax_pb2.BLOCK_KIND_HEADLINE)
            or words == self._comparison.articles[article].title
            or _AGENCY_NOTE.search(words) is not None
        )


def _differs(alignment: comparison_pb2.Alignment) -> bool:
    """Whether related claims have a difference that says by itself in what they differ."""
    return alignment.relation == comparison_pb2.RELATION_RELATED and any(
        difference.kind in _TYPED or _DENIED in (difference.left_value, difference.right_value)
        for difference in alignment.differences
    )


def as_range(span: article_pb2.Span) -> Range:
    return span.start, span.end


def merge(text: str, spans: Iterable[Range]) -> List[Range]:
    """Sorts spans and joins those that touch, overlap, or have only white space between them."""
    merged: List[Range] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def governs(text: str, span: Range, other: Range) -> bool:
    """Whether another clause is what a clause says, or part of it; one that only tells more of somebody is not."""
    contains = span != other and span[0] <= other[0] and other[1] <= span[1]
    return leads_to(text, span, other) or (contains and not _is_relative(text[other[0] : other[1]]))


def leads_to(text: str, span: Range, other: Range) -> bool:
    """Whether another clause follows that is what a clause says, as in "nobody believes" and "it rained"."""
    if span[1] > other[0] or _is_relative(text[other[0] : other[1]]):
        return False
    return _GOVERNING.match(text[span[1] : other[0]]) is not None


def words_in(text: str) -> int:
    """How many words there are between white space; punctuation alone is none."""
    return sum(any(character.isalpha() or character.isdecimal() for character in word) for word in text.split())


def _without(spans: Iterable[Range], gone: Sequence[Range]) -> List[Range]:
    left: List[Range] = []
    for start, end in spans:
        for gone_start, gone_end in gone:
            if gone_end <= start or end <= gone_start:
                continue
            if start < gone_start:
                left.append((start, gone_start))
            start = max(start, gone_end)
        if start < end:
            left.append((start, end))
    return left


def _between(text: str, end: int, start: int) -> str:
    if not text[end:start].strip():
        return " "
    return " …" if _CLOSING.match(text, start) else GAP


def _has(entry: Entry, relation: int) -> bool:
    return any(alignment.relation == relation for alignment in entry.alignments)


def _within(span: Range, others: Iterable[Range]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _lies_in(side: comparison_pb2.AlignmentSide, words: article_pb2.Location) -> bool:
    quoted = [as_range(span) for span in words.spans]
    return side.article == words.article and all(_within(as_range(span), quoted) for span in side.spans)


def _names_source(claim: semantics_pb2.Claim, shown: Iterable[Range]) -> bool:
    return not claim.attribution or any(
        link.HasField("source") and _within(as_range(link.source), shown) for link in claim.attribution
    )


def _is_phrase(claim: semantics_pb2.Claim) -> bool:
    """Whether a claim is no clause: what is said beside a name, or an event that a noun names."""
    return claim.predicate.tense == semantics_pb2.TENSE_NONE


def _stands_alone(article: ArticleText, claim: semantics_pb2.Claim, others: Iterable[Range]) -> bool:
    """Whether a claim says something without the other claims of its sentence."""
    words = article.slice(claim.span)
    return (
        words_in(words) > _FEWEST_OF_A_CLAIM
        and (not _is_relative(words) or bool(claim.quantities))
        and not any(governs(article.text, other, as_range(claim.span)) for other in others)
    )


def _is_relative(clause: str) -> bool:
    return any(word.lower() in _RELATIVE for word in clause.split(maxsplit=1)[:1])


def _weight(article: ArticleText, sentence: Range, claims: Iterable[semantics_pb2.Claim]) -> int:
    """How much a passage matters: by its place, its figures, its names and the words quoted in it."""
    claims = list(claims)
    block = article.block_of(article_pb2.Span(start=sentence[0], end=sentence[1]))
    early = block is not None and article.paragraph_number(block) <= _FIRST_PARAGRAPHS
    figures = any(claim.quantities for claim in claims)
    names = any(argument.entity for claim in claims for argument in claim.arguments)
    quoted = any(
        span.start < sentence[1] and sentence[0] < span.end for quote in article.analysis.quotes for span in quote.content
    )
    return 3 * early + 2 * figures + names + quoted


def _is_one_quotation(article: ArticleText, before: Passage, after: Passage) -> bool:
    end, start = before.spans[-1][1], after.spans[0][0]
    return not article.text[end:start].strip() and any(
        span.start < end and start < span.end for quote in article.analysis.quotes for span in quote.content
    )

"""Calls the Analysis service, and cuts the words that it points at out of the articles.

Python strings are sequences of code points, so everything here asks for offsets in UTF-32 units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Iterator, Mapping, Optional, Sequence

import grpc
from google.protobuf.message import DecodeError

import analysis_errors_pb2
from analysis.v1 import analysis_pb2, analysis_service_pb2, analysis_service_pb2_grpc, article_pb2
from analysis.v1 import comparison_pb2, comparison_service_pb2, comparison_service_pb2_grpc, semantics_pb2, syntax_pb2

GAP = " … "
"""What stands between the pieces of a location."""

_UNIT = article_pb2.POSITION_ENCODING_UTF32
_FEATURES = (
    analysis_pb2.FEATURE_TEXT,
    analysis_pb2.FEATURE_STRUCTURE,
    analysis_pb2.FEATURE_ENTITIES,
    analysis_pb2.FEATURE_QUOTES,
)


def slice_span(text: str, span: article_pb2.Span) -> str:
    """The words of a span, whose offsets must be UTF-32 units of this text.

    Raises ValueError where the span ends past the text: it is of another text or in another unit.
    """
    if not span.start <= span.end <= len(text):
        raise ValueError(
            f"[{span.start}, {span.end}) does not lie in a text of {len(text)} code points. Was the answer asked for in UTF-32?"
        )
    return text[span.start : span.end]


def slice_spans(text: str, spans: Iterable[article_pb2.Span]) -> str:
    """The words of several spans of a text, with GAP between them."""
    return GAP.join(slice_span(text, span) for span in spans)


def slice_location(text: str, location: article_pb2.Location) -> str:
    """The words of a location in the text of its article, with GAP between the pieces."""
    return slice_spans(text, location.spans)


@dataclass(frozen=True)
class ServiceError:
    """Why the service refused a request, as it says beside the status."""

    reason: str
    """A value of analysis.v1.ErrorReason without its prefix, as ARTICLE_EMPTY. A later service may have more."""
    domain: str
    """Whose reason it is: analysis.v1."""
    metadata: Mapping[str, str]
    """The values that belong to the reason; error_reason.proto has an example of each."""

    @staticmethod
    def of(error: grpc.RpcError) -> Optional[ServiceError]:
        """Reads the google.rpc.ErrorInfo of a failed call.

        None when the error does not come from the service itself, as when nothing listens at the address.
        """
        trailers = error.trailing_metadata() if isinstance(error, grpc.Call) else None
        for key, value in trailers or ():
            if key != "grpc-status-details-bin":
                continue
            try:
                for detail in analysis_errors_pb2.Status.FromString(value).details:
                    if detail.type_url.rpartition("/")[2] == "google.rpc.ErrorInfo":
                        info = analysis_errors_pb2.ErrorInfo.FromString(detail.value)
                        return ServiceError(info.reason, info.domain, dict(info.metadata))
            except DecodeError:
                return None  # Whoever answered is not the service.
        return None


class ArticleText:
    """The text of an article with what the analysis knows of its parts. Offsets are UTF-32 units."""

    def __init__(self, analysis: analysis_pb2.ArticleAnalysis) -> None:
        """analysis: with features TEXT, STRUCTURE, ENTITIES and QUOTES."""
        self.analysis = analysis
        self.text: str = analysis.text
        self._names = {entity.id: entity.name for entity in analysis.entities}

    def slice(self, span: article_pb2.Span) -> str:
        """The words of a span."""
        return slice_span(self.text, span)

    def sentence(self, claim: semantics_pb2.Claim) -> article_pb2.Span:
        """The sentence that a claim stands in; the claim's own words where the sentence is not known."""
        sentences = self.analysis.sentences
        return sentences[claim.sentence].span if claim.sentence < len(sentences) else claim.span

    def sentence_at(self, span: article_pb2.Span) -> article_pb2.Span:
        """The sentence that a span begins in; the span itself where the sentences are not known."""
        for sentence in self.analysis.sentences:
            if sentence.span.start <= span.start < sentence.span.end:
                return sentence.span
        return span

    def block_of(self, span: article_pb2.Span) -> Optional[syntax_pb2.Block]:
        """The block that a span begins in; None where the blocks are not known."""
        before = [block for block in self.analysis.blocks if block.span.start <= span.start]
        return before[-1] if before else None

    def paragraph_number(self, block: syntax_pb2.Block) -> int:
        """How many paragraphs of its section stand before the block, itself included."""
        return sum(
            other.kind == syntax_pb2.BLOCK_KIND_PARAGRAPH
            and other.section == block.section
            and other.span.start <= block.span.start
            for other in self.analysis.blocks
        )

    def speaker(self, content: Iterable[article_pb2.Span]) -> str:
        """Who says the words of a quotation; empty when it cannot be told."""
        spans = list(content)
        for quote in self.analysis.quotes:
            if any(said.start < span.end and span.start < said.end for said in quote.content for span in spans):
                return self._who(quote.speaker, quote)
        return ""

    def source(self, link: semantics_pb2.Attribution) -> str:
        """Who stands behind one link of a claim's attribution; empty when it cannot be told."""
        return self._who(link.entity, link)

    def _who(self, entity: str, reported: semantics_pb2.Quote | semantics_pb2.Attribution) -> str:
        return self._names.get(entity) or (self.slice(reported.source) if reported.HasField("source") else "")


class ComparedArticles:
    """A comparison together with the articles that it points into."""

    def __init__(self, comparison: comparison_pb2.Comparison, analyses: Sequence[analysis_pb2.ArticleAnalysis]) -> None:
        """analyses: one an article, in order, with features TEXT, STRUCTURE, ENTITIES and QUOTES.

        Raises ValueError when offsets are not in UTF-32, or the analyses are not those of the comparison's articles.
        """
        if any(answer.position_encoding != _UNIT for answer in (comparison, *analyses)):
            raise ValueError("The offsets are not in UTF-32 units: ask for POSITION_ENCODING_UTF32.")
        if [article.sha256 for article in comparison.articles] != [analysis.sha256 for analysis in analyses]:
            raise ValueError("The analyses are not those of the compared articles.")
        self.comparison = comparison
        self.articles = [ArticleText(analysis) for analysis in analyses]
        self._claims = {(claim.article, claim.id): claim for claim in comparison.claims}

    def slice(self, words: article_pb2.Location | comparison_pb2.AlignmentSide) -> str:
        """The words of a location or of one side of an alignment, with GAP between the pieces."""
        return slice_spans(self.articles[words.article].text, words.spans)

    def claims(self, article: int, ids: Iterable[str]) -> Iterator[semantics_pb2.Claim]:
        """The claims of an article that an alignment, a cluster or a list of what only one says names, in the order named."""
        for claim_id in ids:
            if (article, claim_id) in self._claims:
                yield self._claims[article, claim_id]


class ComparisonClient:
    """Compares articles and keeps the answer together with the texts that it points into."""

    def __init__(self, channel: grpc.Channel) -> None:
        """channel: to the service, as of grpc.insecure_channel. The caller closes it."""
        self._comparison = comparison_service_pb2_grpc.ComparisonServiceStub(channel)
        self._analysis = analysis_service_pb2_grpc.AnalysisServiceStub(channel)

    def compare(self, articles: Sequence[article_pb2.InlineArticle], timeout: Optional[float] = None) -> ComparedArticles:
        """Compares two or more articles; all offsets are UTF-32 units.

        Put what was read from a file into `raw`, undecoded. The timeout is in seconds, for each call by itself.
        One call for the comparison, then one an article for its text, sentences and names, which a comparison does
        not repeat. Raises grpc.RpcError when a call fails; ServiceError.of says why.
        """
        inputs = [article_pb2.ArticleInput(inline=article) for article in articles]
        compared = self._comparison.CompareArticles(
            comparison_service_pb2.CompareArticlesRequest(articles=inputs, position_encoding=_UNIT), timeout=timeout
        )
        analyses = [
            self._analysis.AnalyzeArticle(
                analysis_service_pb2.AnalyzeArticleRequest(article=article, features=_FEATURES, position_encoding=_UNIT),
                timeout=timeout,
            ).analysis
            for article in inputs
        ]
        return ComparedArticles(compared.comparison, analyses)

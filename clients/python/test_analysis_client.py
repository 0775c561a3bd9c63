"""Tests of the Python client that need no server."""

from __future__ import annotations

import json
import pathlib
import unittest

import grpc

import analysis_errors_pb2
import report_contents
import report_wording
from analysis.v1 import analysis_pb2, article_pb2, comparison_pb2
from analysis_client import ComparedArticles, ServiceError, slice_location, slice_span

VECTORS = pathlib.Path(__file__).parent.parent / "vectors" / "spans.json"


class SliceTests(unittest.TestCase):
    def test_every_vector(self) -> None:
        for case in json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]:
            for entry in case["spans"]:
                with self.subTest(case["name"], slice=entry["slice"]):
                    start, end = entry["utf32"]
                    span = article_pb2.Span(start=start, end=end)
                    self.assertEqual(entry["slice"], slice_span(case["text"], span))
                    self.assertEqual(entry["slice"], slice_location(case["text"], article_pb2.Location(spans=[span])))

    def test_location_in_pieces_shows_the_gap(self) -> None:
        location = article_pb2.Location(spans=[article_pb2.Span(start=0, end=3), article_pb2.Span(start=10, end=17)])
        self.assertEqual("The … carried", slice_location("The ferry carried", location))

    def test_span_past_the_text_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, r"\[2, 9\) does not lie in a text of 5 code points"):
            slice_span("short", article_pb2.Span(start=2, end=9))


class ComparedArticlesTests(unittest.TestCase):
    def test_offsets_in_another_unit_are_refused(self) -> None:
        comparison = comparison_pb2.Comparison(position_encoding=article_pb2.POSITION_ENCODING_UTF8)
        with self.assertRaisesRegex(ValueError, "UTF-32"):
            ComparedArticles(comparison, [])

    def test_analyses_of_other_articles_are_refused(self) -> None:
        unit = article_pb2.POSITION_ENCODING_UTF32
        comparison = comparison_pb2.Comparison(
            position_encoding=unit, articles=[comparison_pb2.ComparedArticle(sha256="a")]
        )
        with self.assertRaisesRegex(ValueError, "not those"):
            ComparedArticles(comparison, [analysis_pb2.ArticleAnalysis(position_encoding=unit, sha256="b")])


class FailedCall(grpc.RpcError, grpc.Call):  # type: ignore[misc]
    """An error as the library raises it."""

    def __init__(self, details: bytes) -> None:
        super().__init__()
        self._details = details

    def trailing_metadata(self):  # type: ignore[no-untyped-def]
        return (("other", "x"), ("grpc-status-details-bin", self._details))

    def _none(self, *_):  # type: ignore[no-untyped-def]
        return None

    code = details = initial_metadata = is_active = time_remaining = cancel = add_callback = _none


class ServiceErrorTests(unittest.TestCase):
    def test_reason_and_values(self) -> None:
        info = analysis_errors_pb2.ErrorInfo(reason="ARTICLE_EMPTY", domain="analysis.v1", metadata={"field": "articles[0]"})
        status = analysis_errors_pb2.Status(
            code=3,
            details=[
                analysis_errors_pb2.Detail(type_url="type.googleapis.com/google.rpc.BadRequest", value=b"\xff"),
                analysis_errors_pb2.Detail(
                    type_url="type.googleapis.com/google.rpc.ErrorInfo", value=info.SerializeToString()
                ),
            ],
        )
        self.assertEqual(
            ServiceError("ARTICLE_EMPTY", "analysis.v1", {"field": "articles[0]"}),
            ServiceError.of(FailedCall(status.SerializeToString())),
        )

    def test_error_of_another_service_is_none(self) -> None:
        self.assertIsNone(ServiceError.of(FailedCall(b"\x01\x02\x03")))
        self.assertIsNone(ServiceError.of(grpc.RpcError()))


class WordingTests(unittest.TestCase):
    def test_ordinals(self) -> None:
        numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111)
        self.assertEqual(
            "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th".split(), [report_wording.ordinal(n) for n in numbers]
        )

    def test_lists(self) -> None:
        self.assertEqual("", report_wording.listing([]))
        self.assertEqual("a and b", report_wording.listing(["a", "b"]))
        self.assertEqual("a, b, and 2 more", report_wording.listing(["a", "b", "c", "d"], most=2))

    def test_sources_that_are_one_are_not_told(self) -> None:
        for left, right in (("", ""), ("Una Brekk", "harbour master Una Brekk")):
            with self.subTest(left=left, right=right):
                difference = comparison_pb2.Difference(
                    kind=comparison_pb2.DIFFERENCE_KIND_ATTRIBUTION, left_value=left, right_value=right
                )
                a, b = report_wording.Side("A", ""), report_wording.Side("B", "")
                self.assertEqual("", report_wording.note(difference, comparison_pb2.RELATION_EQUIVALENT, a, b))

    def test_words_in_another_order_are_not_substituted(self) -> None:
        quote = comparison_pb2.QuoteAlignment(alteration=comparison_pb2.ALTERATION_WORD_DROPPED)
        a, b = report_wording.Side("A", "very"), report_wording.Side("B", "very")
        self.assertEqual("The words stand in another order", report_wording.altered(quote, a, b))


class PassageTests(unittest.TestCase):
    TEXT = "“It rained,” he said, and nobody believes that it snowed when it hailed."

    def part(self, *kept: str) -> str:
        clauses = [self.range(words) for words in ("It rained", "nobody believes", "it snowed", "it hailed")]
        whole = report_contents.Passage(0, ((0, len(self.TEXT)),))
        return whole.part(self.TEXT, map(self.range, kept), clauses).text(self.TEXT)

    def range(self, words: str) -> report_contents.Range:
        start = self.TEXT.index(words)
        return start, start + len(words)

    def test_rest_of_the_sentence_is_left_out(self) -> None:
        self.assertEqual("“It rained,” he said …", self.part("It rained"))

    def test_clause_keeps_the_one_that_governs_it(self) -> None:
        self.assertEqual("… he said, and nobody believes that it snowed when …", self.part("it snowed"))

    def test_everything_kept_is_the_sentence(self) -> None:
        self.assertEqual(self.TEXT, self.part("It rained", "nobody believes", "it snowed", "it hailed"))


if __name__ == "__main__":
    unittest.main()

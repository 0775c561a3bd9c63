#!/usr/bin/env python3
"""Compares two or more news articles and prints where they agree and where they differ."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from typing import List, Optional, Sequence

try:
    import grpc
except ModuleNotFoundError:
    sys.exit("This Python has no gRPC. On Debian install python3-grpcio and python3-protobuf, then run with /usr/bin/python3.")

from analysis.v1 import article_pb2
from analysis_client import ComparedArticles, ComparisonClient, ServiceError
from comparison_report import write_report

_TIMEOUT_SECONDS = 60


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Runs the program; returns the exit code: 0, 1 for an error, 2 for a wrong command line."""
    options = _parse(arguments)
    server = options.server.split("://")[-1].rstrip("/")
    try:
        articles = [_read(file) for file in options.articles]
        with grpc.insecure_channel(server, options=_channel_options(server)) as channel:
            compared = ComparisonClient(channel).compare(articles, timeout=_TIMEOUT_SECONDS)
            report = _report(compared, options.color)
    except OSError as error:
        return _fail(f"Cannot read {error.filename}: {error.strerror}.")
    except grpc.RpcError as error:
        return _fail(_explain(error, server))
    except ValueError as error:
        return _fail(f"The answer of the server does not fit the articles: {error}")

    try:
        sys.stdout.buffer.write(report.encode())  # It has signs that not every locale knows.
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Or the interpreter complains at its end.
        return _fail(f"Cannot write the report: {error.strerror}.")
    return 0


def _report(compared: ComparedArticles, color: str) -> str:
    terminal = sys.stdout.isatty()
    columns = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    out = io.StringIO()
    write_report(
        out,
        compared,
        width=columns if columns >= 40 else 100,
        color=color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR")),
    )
    return out.getvalue()


def _parse(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", help="two files or more")
    parser.add_argument("--server", default="127.0.0.1:50551", metavar="HOST:PORT", help="default: %(default)s")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    options = parser.parse_args(arguments)
    if len(options.articles) < 2:
        parser.error("name two articles or more to compare")
    return options


def _read(file: str) -> article_pb2.InlineArticle:
    # As bytes: the service decodes them, and says where they are not UTF-8.
    with open(file, "rb") as opened:
        name = file if len(os.fsencode(file)) <= 256 else os.path.basename(file)
        return article_pb2.InlineArticle(raw=opened.read(), id=name.encode(errors="replace").decode())


def _channel_options(server: str) -> List[tuple[str, int]]:
    # A proxy of the environment is not for this machine itself.
    local = server.startswith(("127.", "localhost", "[::1]"))
    return [("grpc.enable_http_proxy", 0)] if local else []


def _explain(error: grpc.RpcError, server: str) -> str:
    refusal = ServiceError.of(error)
    code, details = (error.code(), error.details()) if isinstance(error, grpc.Call) else (None, str(error))
    if refusal is not None:
        return f"The service refused the request: {details} ({refusal.reason})"
    if code == grpc.StatusCode.UNAVAILABLE:
        return (
            f"No server answers at {server}. "
            'Start one with "dotnet run --project src/Analysis.Server", or name another with --server.'
        )
    if code == grpc.StatusCode.DEADLINE_EXCEEDED:
        return f"The server at {server} did not answer within a minute."
    return f"The call failed: {details} ({code.name if code else 'no status'})"


def _fail(message: str) -> int:
    print(" ".join(message.splitlines()), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

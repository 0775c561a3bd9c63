"""Lays out lines for a terminal or a plain file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import Iterable, Iterator, List, TextIO


class Style(Enum):
    """How a piece of text looks; the value is the terminal's code for it."""

    PLAIN = ""
    HEADING = "\x1b[1m"
    ASIDE = "\x1b[2m"
    MARKED = "\x1b[1;33m"
    """Between »marks« where there are no colours."""


_RESET = "\x1b[0m"


@dataclass(frozen=True)
class Styled:
    """A piece of text and how it looks."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True)
class _Part:
    """What one piece of text gives to a word: words may consist of several parts, as where only some of one is marked."""

    text: str
    style: Style
    space_before: bool
    space_after: bool


_Word = List[_Part]


class ReportPage:
    """Wraps at a width, as far as words allow; a code point counts as one column. Lines end with a line feed."""

    def __init__(self, out: TextIO, width: int, color: bool) -> None:
        """color: whether to use terminal colours; marks stand for them otherwise."""
        self._out = out
        self._width = width
        self._color = color
        self._gap_due = False
        self._started = False

    def gap(self) -> None:
        """Ends a group: a blank line comes before whatever is written next."""
        self._gap_due = True

    def heading(self, text: str) -> None:
        """A heading with space above and below."""
        self.gap()
        self.text(0, Styled(text, Style.HEADING))
        self.gap()

    def text(self, indent: int, *text: Styled) -> None:
        """Text wrapped at the width, every line indented."""
        self.labelled(indent, "", *text)

    def labelled(self, indent: int, label: str, *text: Styled) -> None:
        """Text wrapped at the width behind a label; further lines stand under the first."""
        start = " " * indent + label
        parts = (part for piece in text for part in self._parts(piece))
        for line in _wrap(_words(parts), max(self._width - len(start), 20)):
            if self._gap_due and self._started:
                self._out.write("\n")
            self._gap_due, self._started = False, True
            self._out.write(start)
            self._write(line)
            start = " " * len(start)

    def _write(self, line: List[_Word]) -> None:
        """Writes a line; a style goes on over the space between two words of it."""
        style = Style.PLAIN
        for number, word in enumerate(line):
            for i, part in enumerate(word):
                if part.style != style and style != Style.PLAIN and self._color:
                    self._out.write(_RESET)
                if number > 0 and i == 0:
                    self._out.write(" ")
                if part.style != style and self._color:
                    self._out.write(part.style.value)
                self._out.write(part.text)
                style = part.style
        if style != Style.PLAIN and self._color:
            self._out.write(_RESET)
        self._out.write("\n")

    def _parts(self, piece: Styled) -> Iterator[_Part]:
        clean = _clean(piece.text)
        words = [word for word in clean.split(" ") if word]
        marks = piece.style == Style.MARKED and not self._color
        for i, word in enumerate(words):
            first, last = i == 0, i == len(words) - 1
            yield _Part(
                ("»" if marks and first else "") + word + ("«" if marks and last else ""),
                piece.style,
                space_before=not first or clean.startswith(" "),
                space_after=not last or clean.endswith(" "),
            )
        if clean and not words:
            yield _Part("", piece.style, space_before=True, space_after=True)


def _words(parts: Iterable[_Part]) -> Iterator[_Word]:
    word: _Word = []
    space_after = True
    for part in parts:
        if (space_after or part.space_before) and word:
            yield word
            word = []
        if part.text:
            word.append(part)
        space_after = part.space_after
    if word:
        yield word


def _wrap(words: Iterable[_Word], room: int) -> Iterator[List[_Word]]:
    line: List[_Word] = []
    used = 0
    for word in words:
        width = sum(len(part.text) for part in word)
        if line and used + 1 + width > room:
            yield line
            line, used = [], 0
        used += (1 if line else 0) + width
        line.append(word)
    if line:
        yield line


def _clean(text: str) -> str:
    """An article must not be able to steer the terminal, nor to turn its neighbours' words around."""
    return "".join(_clean_character(character) for character in text)


def _clean_character(character: str) -> str:
    if character in "\t\n\v\f\r \x85\u2028\u2029":
        return " "
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069" or unicodedata.category(character) == "Cc":
        return "\ufffd"
    return character

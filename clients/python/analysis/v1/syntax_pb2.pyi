from analysis.v1 import article_pb2 as _article_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

BLOCK_KIND_BLOCK_QUOTE: BlockKind
BLOCK_KIND_BYLINE: BlockKind
BLOCK_KIND_CAPTION: BlockKind
BLOCK_KIND_CORRECTION: BlockKind
BLOCK_KIND_DATELINE: BlockKind
BLOCK_KIND_FURNITURE: BlockKind
BLOCK_KIND_HEADING: BlockKind
BLOCK_KIND_HEADLINE: BlockKind
BLOCK_KIND_LIST_ITEM: BlockKind
BLOCK_KIND_LIVE_ENTRY: BlockKind
BLOCK_KIND_PARAGRAPH: BlockKind
BLOCK_KIND_STANDFIRST: BlockKind
BLOCK_KIND_TABLE: BlockKind
BLOCK_KIND_UNSPECIFIED: BlockKind
DESCRIPTOR: _descriptor.FileDescriptor

class Block(_message.Message):
    __slots__ = ["furniture", "kind", "section", "span"]
    FURNITURE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SECTION_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    furniture: str
    kind: BlockKind
    section: int
    span: _article_pb2.Span
    def __init__(self, kind: _Optional[_Union[BlockKind, str]] = ..., span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., furniture: _Optional[str] = ..., section: _Optional[int] = ...) -> None: ...

class Sentence(_message.Message):
    __slots__ = ["span"]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    span: _article_pb2.Span
    def __init__(self, span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ...) -> None: ...

class Token(_message.Message):
    __slots__ = ["deprel", "feats", "form", "head", "lemma", "sentence", "span", "upos", "xpos"]
    DEPREL_FIELD_NUMBER: _ClassVar[int]
    FEATS_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    LEMMA_FIELD_NUMBER: _ClassVar[int]
    SENTENCE_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    UPOS_FIELD_NUMBER: _ClassVar[int]
    XPOS_FIELD_NUMBER: _ClassVar[int]
    deprel: str
    feats: str
    form: str
    head: int
    lemma: str
    sentence: int
    span: _article_pb2.Span
    upos: str
    xpos: str
    def __init__(self, span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., form: _Optional[str] = ..., lemma: _Optional[str] = ..., upos: _Optional[str] = ..., xpos: _Optional[str] = ..., feats: _Optional[str] = ..., head: _Optional[int] = ..., deprel: _Optional[str] = ..., sentence: _Optional[int] = ...) -> None: ...

class BlockKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

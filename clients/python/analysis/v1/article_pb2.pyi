from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
FOUND_IN_ADDRESS: FoundIn
FOUND_IN_ADDRESS_LINE: FoundIn
FOUND_IN_BYLINE: FoundIn
FOUND_IN_CAPTION: FoundIn
FOUND_IN_CREDIT_LINE: FoundIn
FOUND_IN_DATELINE: FoundIn
FOUND_IN_FEED: FoundIn
FOUND_IN_FRONT_MATTER: FoundIn
FOUND_IN_HEADLINE: FoundIn
FOUND_IN_JSON_LD: FoundIn
FOUND_IN_META: FoundIn
FOUND_IN_MICRODATA: FoundIn
FOUND_IN_OPEN_GRAPH: FoundIn
FOUND_IN_PUBLICATION_LINE: FoundIn
FOUND_IN_REQUEST: FoundIn
FOUND_IN_TEXT: FoundIn
FOUND_IN_TIME_ELEMENT: FoundIn
FOUND_IN_TITLE_ELEMENT: FoundIn
FOUND_IN_UNSPECIFIED: FoundIn
NOTICE_KIND_BYTES_REPAIRED: NoticeKind
NOTICE_KIND_CHARSET_INFERRED: NoticeKind
NOTICE_KIND_LANGUAGE_NOT_SUPPORTED: NoticeKind
NOTICE_KIND_LIMIT_REACHED: NoticeKind
NOTICE_KIND_NO_CONTENT: NoticeKind
NOTICE_KIND_PUBLICATION_DATE_INFERRED: NoticeKind
NOTICE_KIND_PUBLICATION_DATE_MISSING: NoticeKind
NOTICE_KIND_UNSPECIFIED: NoticeKind
POSITION_ENCODING_UNSPECIFIED: PositionEncoding
POSITION_ENCODING_UTF16: PositionEncoding
POSITION_ENCODING_UTF32: PositionEncoding
POSITION_ENCODING_UTF8: PositionEncoding

class ArticleInput(_message.Message):
    __slots__ = ["inline", "name", "section"]
    INLINE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SECTION_FIELD_NUMBER: _ClassVar[int]
    inline: InlineArticle
    name: str
    section: int
    def __init__(self, name: _Optional[str] = ..., inline: _Optional[_Union[InlineArticle, _Mapping]] = ..., section: _Optional[int] = ...) -> None: ...

class ByteSpan(_message.Message):
    __slots__ = ["end", "start"]
    END_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    end: int
    start: int
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ...) -> None: ...

class Engine(_message.Message):
    __slots__ = ["configuration", "model", "ruleset", "version"]
    CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    RULESET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    configuration: str
    model: str
    ruleset: str
    version: str
    def __init__(self, version: _Optional[str] = ..., ruleset: _Optional[str] = ..., model: _Optional[str] = ..., configuration: _Optional[str] = ...) -> None: ...

class InlineArticle(_message.Message):
    __slots__ = ["id", "media_type", "pretokenized", "published", "raw", "text", "uri"]
    ID_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    PRETOKENIZED_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    RAW_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    id: str
    media_type: str
    pretokenized: PretokenizedText
    published: str
    raw: bytes
    text: str
    uri: str
    def __init__(self, text: _Optional[str] = ..., raw: _Optional[bytes] = ..., pretokenized: _Optional[_Union[PretokenizedText, _Mapping]] = ..., id: _Optional[str] = ..., media_type: _Optional[str] = ..., uri: _Optional[str] = ..., published: _Optional[str] = ...) -> None: ...

class Location(_message.Message):
    __slots__ = ["article", "spans"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    SPANS_FIELD_NUMBER: _ClassVar[int]
    article: int
    spans: _containers.RepeatedCompositeFieldContainer[Span]
    def __init__(self, article: _Optional[int] = ..., spans: _Optional[_Iterable[_Union[Span, _Mapping]]] = ...) -> None: ...

class Metadata(_message.Message):
    __slots__ = ["address", "agency", "authors", "language", "modified", "published", "publisher", "section", "title"]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    AGENCY_FIELD_NUMBER: _ClassVar[int]
    AUTHORS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    MODIFIED_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    PUBLISHER_FIELD_NUMBER: _ClassVar[int]
    SECTION_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    address: MetadataValue
    agency: MetadataValue
    authors: _containers.RepeatedCompositeFieldContainer[MetadataValue]
    language: MetadataValue
    modified: MetadataValue
    published: MetadataValue
    publisher: MetadataValue
    section: MetadataValue
    title: MetadataValue
    def __init__(self, title: _Optional[_Union[MetadataValue, _Mapping]] = ..., published: _Optional[_Union[MetadataValue, _Mapping]] = ..., modified: _Optional[_Union[MetadataValue, _Mapping]] = ..., authors: _Optional[_Iterable[_Union[MetadataValue, _Mapping]]] = ..., publisher: _Optional[_Union[MetadataValue, _Mapping]] = ..., language: _Optional[_Union[MetadataValue, _Mapping]] = ..., address: _Optional[_Union[MetadataValue, _Mapping]] = ..., agency: _Optional[_Union[MetadataValue, _Mapping]] = ..., section: _Optional[_Union[MetadataValue, _Mapping]] = ...) -> None: ...

class MetadataValue(_message.Message):
    __slots__ = ["alternatives", "byte_span", "confidence", "found_in", "span", "value"]
    ALTERNATIVES_FIELD_NUMBER: _ClassVar[int]
    BYTE_SPAN_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    FOUND_IN_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    alternatives: _containers.RepeatedCompositeFieldContainer[MetadataValue]
    byte_span: ByteSpan
    confidence: float
    found_in: FoundIn
    span: Span
    value: str
    def __init__(self, value: _Optional[str] = ..., span: _Optional[_Union[Span, _Mapping]] = ..., found_in: _Optional[_Union[FoundIn, str]] = ..., confidence: _Optional[float] = ..., alternatives: _Optional[_Iterable[_Union[MetadataValue, _Mapping]]] = ..., byte_span: _Optional[_Union[ByteSpan, _Mapping]] = ...) -> None: ...

class Notice(_message.Message):
    __slots__ = ["article", "kind", "message"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    article: int
    kind: NoticeKind
    message: str
    def __init__(self, article: _Optional[int] = ..., kind: _Optional[_Union[NoticeKind, str]] = ..., message: _Optional[str] = ...) -> None: ...

class PretokenizedSentence(_message.Message):
    __slots__ = ["forms"]
    FORMS_FIELD_NUMBER: _ClassVar[int]
    forms: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, forms: _Optional[_Iterable[str]] = ...) -> None: ...

class PretokenizedText(_message.Message):
    __slots__ = ["sentences"]
    SENTENCES_FIELD_NUMBER: _ClassVar[int]
    sentences: _containers.RepeatedCompositeFieldContainer[PretokenizedSentence]
    def __init__(self, sentences: _Optional[_Iterable[_Union[PretokenizedSentence, _Mapping]]] = ...) -> None: ...

class Span(_message.Message):
    __slots__ = ["byte_span", "end", "start"]
    BYTE_SPAN_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    byte_span: ByteSpan
    end: int
    start: int
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ..., byte_span: _Optional[_Union[ByteSpan, _Mapping]] = ...) -> None: ...

class PositionEncoding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class FoundIn(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class NoticeKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

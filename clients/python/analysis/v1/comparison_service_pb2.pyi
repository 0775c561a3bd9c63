from analysis.v1 import article_pb2 as _article_pb2
from analysis.v1 import comparison_pb2 as _comparison_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
SITUATION_SAME: Situation
SITUATION_UNKNOWN: Situation
SITUATION_UNSPECIFIED: Situation

class CompareArticlesRequest(_message.Message):
    __slots__ = ["articles", "byte_spans", "id", "position_encoding"]
    ARTICLES_FIELD_NUMBER: _ClassVar[int]
    BYTE_SPANS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    POSITION_ENCODING_FIELD_NUMBER: _ClassVar[int]
    articles: _containers.RepeatedCompositeFieldContainer[_article_pb2.ArticleInput]
    byte_spans: bool
    id: str
    position_encoding: _article_pb2.PositionEncoding
    def __init__(self, articles: _Optional[_Iterable[_Union[_article_pb2.ArticleInput, _Mapping]]] = ..., position_encoding: _Optional[_Union[_article_pb2.PositionEncoding, str]] = ..., id: _Optional[str] = ..., byte_spans: bool = ...) -> None: ...

class CompareArticlesResponse(_message.Message):
    __slots__ = ["comparison"]
    COMPARISON_FIELD_NUMBER: _ClassVar[int]
    comparison: _comparison_pb2.Comparison
    def __init__(self, comparison: _Optional[_Union[_comparison_pb2.Comparison, _Mapping]] = ...) -> None: ...

class ComparePassagesRequest(_message.Message):
    __slots__ = ["id", "left", "left_published", "position_encoding", "right", "right_published", "situation"]
    ID_FIELD_NUMBER: _ClassVar[int]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    LEFT_PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    POSITION_ENCODING_FIELD_NUMBER: _ClassVar[int]
    RIGHT_FIELD_NUMBER: _ClassVar[int]
    RIGHT_PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    SITUATION_FIELD_NUMBER: _ClassVar[int]
    id: str
    left: str
    left_published: str
    position_encoding: _article_pb2.PositionEncoding
    right: str
    right_published: str
    situation: Situation
    def __init__(self, id: _Optional[str] = ..., left: _Optional[str] = ..., right: _Optional[str] = ..., left_published: _Optional[str] = ..., right_published: _Optional[str] = ..., situation: _Optional[_Union[Situation, str]] = ..., position_encoding: _Optional[_Union[_article_pb2.PositionEncoding, str]] = ...) -> None: ...

class ComparePassagesResponse(_message.Message):
    __slots__ = ["comparison"]
    COMPARISON_FIELD_NUMBER: _ClassVar[int]
    comparison: _comparison_pb2.PassageComparison
    def __init__(self, comparison: _Optional[_Union[_comparison_pb2.PassageComparison, _Mapping]] = ...) -> None: ...

class Situation(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

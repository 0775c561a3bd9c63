from analysis.v1 import article_pb2 as _article_pb2
from analysis.v1 import comparison_pb2 as _comparison_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CompareArticlesRequest(_message.Message):
    __slots__ = ["articles", "position_encoding"]
    ARTICLES_FIELD_NUMBER: _ClassVar[int]
    POSITION_ENCODING_FIELD_NUMBER: _ClassVar[int]
    articles: _containers.RepeatedCompositeFieldContainer[_article_pb2.ArticleInput]
    position_encoding: _article_pb2.PositionEncoding
    def __init__(self, articles: _Optional[_Iterable[_Union[_article_pb2.ArticleInput, _Mapping]]] = ..., position_encoding: _Optional[_Union[_article_pb2.PositionEncoding, str]] = ...) -> None: ...

class CompareArticlesResponse(_message.Message):
    __slots__ = ["comparison"]
    COMPARISON_FIELD_NUMBER: _ClassVar[int]
    comparison: _comparison_pb2.Comparison
    def __init__(self, comparison: _Optional[_Union[_comparison_pb2.Comparison, _Mapping]] = ...) -> None: ...

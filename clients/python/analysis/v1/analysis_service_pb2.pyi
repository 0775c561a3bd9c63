from analysis.v1 import analysis_pb2 as _analysis_pb2
from analysis.v1 import article_pb2 as _article_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AnalyzeArticleRequest(_message.Message):
    __slots__ = ["article", "features", "position_encoding"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    FEATURES_FIELD_NUMBER: _ClassVar[int]
    POSITION_ENCODING_FIELD_NUMBER: _ClassVar[int]
    article: _article_pb2.ArticleInput
    features: _containers.RepeatedScalarFieldContainer[_analysis_pb2.Feature]
    position_encoding: _article_pb2.PositionEncoding
    def __init__(self, article: _Optional[_Union[_article_pb2.ArticleInput, _Mapping]] = ..., features: _Optional[_Iterable[_Union[_analysis_pb2.Feature, str]]] = ..., position_encoding: _Optional[_Union[_article_pb2.PositionEncoding, str]] = ...) -> None: ...

class AnalyzeArticleResponse(_message.Message):
    __slots__ = ["analysis"]
    ANALYSIS_FIELD_NUMBER: _ClassVar[int]
    analysis: _analysis_pb2.ArticleAnalysis
    def __init__(self, analysis: _Optional[_Union[_analysis_pb2.ArticleAnalysis, _Mapping]] = ...) -> None: ...

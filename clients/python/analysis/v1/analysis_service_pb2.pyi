from analysis.v1 import analysis_pb2 as _analysis_pb2
from analysis.v1 import article_pb2 as _article_pb2
from analysis.v1 import diagnostics_pb2 as _diagnostics_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AnalyzeArticleRequest(_message.Message):
    __slots__ = ["article", "byte_spans", "features", "position_encoding"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    BYTE_SPANS_FIELD_NUMBER: _ClassVar[int]
    FEATURES_FIELD_NUMBER: _ClassVar[int]
    POSITION_ENCODING_FIELD_NUMBER: _ClassVar[int]
    article: _article_pb2.ArticleInput
    byte_spans: bool
    features: _containers.RepeatedScalarFieldContainer[_analysis_pb2.Feature]
    position_encoding: _article_pb2.PositionEncoding
    def __init__(self, article: _Optional[_Union[_article_pb2.ArticleInput, _Mapping]] = ..., features: _Optional[_Iterable[_Union[_analysis_pb2.Feature, str]]] = ..., position_encoding: _Optional[_Union[_article_pb2.PositionEncoding, str]] = ..., byte_spans: bool = ...) -> None: ...

class AnalyzeArticleResponse(_message.Message):
    __slots__ = ["analysis"]
    ANALYSIS_FIELD_NUMBER: _ClassVar[int]
    analysis: _analysis_pb2.ArticleAnalysis
    def __init__(self, analysis: _Optional[_Union[_analysis_pb2.ArticleAnalysis, _Mapping]] = ...) -> None: ...

class GetRuleRequest(_message.Message):
    __slots__ = ["name"]
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetRuleResponse(_message.Message):
    __slots__ = ["rule"]
    RULE_FIELD_NUMBER: _ClassVar[int]
    rule: _diagnostics_pb2.Rule
    def __init__(self, rule: _Optional[_Union[_diagnostics_pb2.Rule, _Mapping]] = ...) -> None: ...

class ListRulesRequest(_message.Message):
    __slots__ = ["page_size", "page_token"]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListRulesResponse(_message.Message):
    __slots__ = ["next_page_token", "rules"]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    next_page_token: str
    rules: _containers.RepeatedCompositeFieldContainer[_diagnostics_pb2.Rule]
    def __init__(self, rules: _Optional[_Iterable[_Union[_diagnostics_pb2.Rule, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

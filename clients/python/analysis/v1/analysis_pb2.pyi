from analysis.v1 import article_pb2 as _article_pb2
from analysis.v1 import diagnostics_pb2 as _diagnostics_pb2
from analysis.v1 import semantics_pb2 as _semantics_pb2
from analysis.v1 import syntax_pb2 as _syntax_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
FEATURE_CLAIMS: Feature
FEATURE_DATES: Feature
FEATURE_DIAGNOSTICS: Feature
FEATURE_ENTITIES: Feature
FEATURE_QUANTITIES: Feature
FEATURE_QUOTES: Feature
FEATURE_STRUCTURE: Feature
FEATURE_TEXT: Feature
FEATURE_TOKENS: Feature
FEATURE_UNSPECIFIED: Feature

class ArticleAnalysis(_message.Message):
    __slots__ = ["blocks", "claims", "dates", "diagnostics", "engine", "entities", "id", "main_text", "metadata", "name", "notices", "position_encoding", "quantities", "quotes", "sentences", "sha256", "text", "tokens"]
    BLOCKS_FIELD_NUMBER: _ClassVar[int]
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    DATES_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    MAIN_TEXT_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    POSITION_ENCODING_FIELD_NUMBER: _ClassVar[int]
    QUANTITIES_FIELD_NUMBER: _ClassVar[int]
    QUOTES_FIELD_NUMBER: _ClassVar[int]
    SENTENCES_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    blocks: _containers.RepeatedCompositeFieldContainer[_syntax_pb2.Block]
    claims: _containers.RepeatedCompositeFieldContainer[_semantics_pb2.Claim]
    dates: _containers.RepeatedCompositeFieldContainer[_semantics_pb2.DateMention]
    diagnostics: _containers.RepeatedCompositeFieldContainer[_diagnostics_pb2.Diagnostic]
    engine: _article_pb2.Engine
    entities: _containers.RepeatedCompositeFieldContainer[_semantics_pb2.Entity]
    id: str
    main_text: str
    metadata: _article_pb2.Metadata
    name: str
    notices: _containers.RepeatedCompositeFieldContainer[_article_pb2.Notice]
    position_encoding: _article_pb2.PositionEncoding
    quantities: _containers.RepeatedCompositeFieldContainer[_semantics_pb2.Quantity]
    quotes: _containers.RepeatedCompositeFieldContainer[_semantics_pb2.Quote]
    sentences: _containers.RepeatedCompositeFieldContainer[_syntax_pb2.Sentence]
    sha256: str
    text: str
    tokens: _containers.RepeatedCompositeFieldContainer[_syntax_pb2.Token]
    def __init__(self, id: _Optional[str] = ..., engine: _Optional[_Union[_article_pb2.Engine, _Mapping]] = ..., position_encoding: _Optional[_Union[_article_pb2.PositionEncoding, str]] = ..., text: _Optional[str] = ..., sha256: _Optional[str] = ..., metadata: _Optional[_Union[_article_pb2.Metadata, _Mapping]] = ..., main_text: _Optional[str] = ..., blocks: _Optional[_Iterable[_Union[_syntax_pb2.Block, _Mapping]]] = ..., sentences: _Optional[_Iterable[_Union[_syntax_pb2.Sentence, _Mapping]]] = ..., tokens: _Optional[_Iterable[_Union[_syntax_pb2.Token, _Mapping]]] = ..., entities: _Optional[_Iterable[_Union[_semantics_pb2.Entity, _Mapping]]] = ..., quantities: _Optional[_Iterable[_Union[_semantics_pb2.Quantity, _Mapping]]] = ..., dates: _Optional[_Iterable[_Union[_semantics_pb2.DateMention, _Mapping]]] = ..., quotes: _Optional[_Iterable[_Union[_semantics_pb2.Quote, _Mapping]]] = ..., claims: _Optional[_Iterable[_Union[_semantics_pb2.Claim, _Mapping]]] = ..., diagnostics: _Optional[_Iterable[_Union[_diagnostics_pb2.Diagnostic, _Mapping]]] = ..., notices: _Optional[_Iterable[_Union[_article_pb2.Notice, _Mapping]]] = ..., name: _Optional[str] = ...) -> None: ...

class Feature(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

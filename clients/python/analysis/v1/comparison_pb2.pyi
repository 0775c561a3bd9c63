from analysis.v1 import article_pb2 as _article_pb2
from analysis.v1 import diagnostics_pb2 as _diagnostics_pb2
from analysis.v1 import semantics_pb2 as _semantics_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

ALTERATION_CASE_OR_SPACE: Alteration
ALTERATION_ELLIPSIS: Alteration
ALTERATION_EXTENDED: Alteration
ALTERATION_IDENTICAL: Alteration
ALTERATION_INSERTION: Alteration
ALTERATION_MERGED: Alteration
ALTERATION_NEGATION_ADDED: Alteration
ALTERATION_NEGATION_LOST: Alteration
ALTERATION_OTHER_SPEAKER: Alteration
ALTERATION_PARAPHRASE: Alteration
ALTERATION_TRUNCATED: Alteration
ALTERATION_TYPOGRAPHY: Alteration
ALTERATION_UNSPECIFIED: Alteration
ALTERATION_WORD_ADDED: Alteration
ALTERATION_WORD_DROPPED: Alteration
ALTERATION_WORD_SUBSTITUTED: Alteration
DESCRIPTOR: _descriptor.FileDescriptor
DIFFERENCE_KIND_ANTONYM: DifferenceKind
DIFFERENCE_KIND_ATTRIBUTION: DifferenceKind
DIFFERENCE_KIND_DATE: DifferenceKind
DIFFERENCE_KIND_ENTITY: DifferenceKind
DIFFERENCE_KIND_MODALITY: DifferenceKind
DIFFERENCE_KIND_NEGATION: DifferenceKind
DIFFERENCE_KIND_PLACE: DifferenceKind
DIFFERENCE_KIND_QUANTITY: DifferenceKind
DIFFERENCE_KIND_UNSPECIFIED: DifferenceKind
DIFFERENCE_KIND_WORDING: DifferenceKind
EVIDENCE_KIND_DATES_AGREE: EvidenceKind
EVIDENCE_KIND_DATES_APART: EvidenceKind
EVIDENCE_KIND_DIFFERENT_EDITION: EvidenceKind
EVIDENCE_KIND_SHARED_ENTITY: EvidenceKind
EVIDENCE_KIND_SHARED_QUANTITY: EvidenceKind
EVIDENCE_KIND_SHARED_QUOTE: EvidenceKind
EVIDENCE_KIND_SHARED_WORDS: EvidenceKind
EVIDENCE_KIND_UNSPECIFIED: EvidenceKind
ORIGIN_KIND_COPY: OriginKind
ORIGIN_KIND_REVISION: OriginKind
ORIGIN_KIND_UNSPECIFIED: OriginKind
ORIGIN_KIND_WIRE_COPY: OriginKind
RELATION_CONFLICTS: Relation
RELATION_EQUIVALENT: Relation
RELATION_GENERALIZES: Relation
RELATION_REASON_DIFFERENT_EDITION: RelationReason
RELATION_REASON_ORDER_UNKNOWN: RelationReason
RELATION_REASON_UNSPECIFIED: RelationReason
RELATION_REFINES: Relation
RELATION_RELATED: Relation
RELATION_UNRELATED: Relation
RELATION_UNSPECIFIED: Relation
RELATION_UPDATED_BY: Relation
RELATION_UPDATES: Relation
STANCE_SAYS: Stance
STANCE_SAYS_OTHERWISE: Stance
STANCE_SILENT: Stance
STANCE_UNSPECIFIED: Stance
VERDICT_IDENTICAL: Verdict
VERDICT_NEAR_DUPLICATE: Verdict
VERDICT_REVISION: Verdict
VERDICT_SAME_STORY: Verdict
VERDICT_SAME_TOPIC: Verdict
VERDICT_UNRELATED: Verdict
VERDICT_UNSPECIFIED: Verdict
VERDICT_WIRE_COPY: Verdict

class Alignment(_message.Message):
    __slots__ = ["confidence", "differences", "explanation", "left", "reason", "relation", "right"]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    RELATION_FIELD_NUMBER: _ClassVar[int]
    RIGHT_FIELD_NUMBER: _ClassVar[int]
    confidence: float
    differences: _containers.RepeatedCompositeFieldContainer[Difference]
    explanation: str
    left: AlignmentSide
    reason: RelationReason
    relation: Relation
    right: AlignmentSide
    def __init__(self, left: _Optional[_Union[AlignmentSide, _Mapping]] = ..., right: _Optional[_Union[AlignmentSide, _Mapping]] = ..., relation: _Optional[_Union[Relation, str]] = ..., confidence: _Optional[float] = ..., differences: _Optional[_Iterable[_Union[Difference, _Mapping]]] = ..., reason: _Optional[_Union[RelationReason, str]] = ..., explanation: _Optional[str] = ...) -> None: ...

class AlignmentSide(_message.Message):
    __slots__ = ["article", "claims", "spans"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    SPANS_FIELD_NUMBER: _ClassVar[int]
    article: int
    claims: _containers.RepeatedScalarFieldContainer[str]
    spans: _containers.RepeatedCompositeFieldContainer[_article_pb2.Span]
    def __init__(self, article: _Optional[int] = ..., claims: _Optional[_Iterable[str]] = ..., spans: _Optional[_Iterable[_Union[_article_pb2.Span, _Mapping]]] = ...) -> None: ...

class ArticleStance(_message.Message):
    __slots__ = ["article", "stance"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    STANCE_FIELD_NUMBER: _ClassVar[int]
    article: int
    stance: Stance
    def __init__(self, article: _Optional[int] = ..., stance: _Optional[_Union[Stance, str]] = ...) -> None: ...

class ClaimReference(_message.Message):
    __slots__ = ["article", "claim"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    article: int
    claim: str
    def __init__(self, article: _Optional[int] = ..., claim: _Optional[str] = ...) -> None: ...

class Cluster(_message.Message):
    __slots__ = ["claims", "members", "reports", "stances"]
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    STANCES_FIELD_NUMBER: _ClassVar[int]
    claims: _containers.RepeatedScalarFieldContainer[str]
    members: _containers.RepeatedCompositeFieldContainer[ClaimReference]
    reports: int
    stances: _containers.RepeatedCompositeFieldContainer[ArticleStance]
    def __init__(self, claims: _Optional[_Iterable[str]] = ..., stances: _Optional[_Iterable[_Union[ArticleStance, _Mapping]]] = ..., members: _Optional[_Iterable[_Union[ClaimReference, _Mapping]]] = ..., reports: _Optional[int] = ...) -> None: ...

class ComparedArticle(_message.Message):
    __slots__ = ["id", "language", "name", "published", "published_found_in", "sha256", "title"]
    ID_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FOUND_IN_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    id: str
    language: str
    name: str
    published: str
    published_found_in: _article_pb2.FoundIn
    sha256: str
    title: str
    def __init__(self, id: _Optional[str] = ..., title: _Optional[str] = ..., published: _Optional[str] = ..., sha256: _Optional[str] = ..., published_found_in: _Optional[_Union[_article_pb2.FoundIn, str]] = ..., language: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class Comparison(_message.Message):
    __slots__ = ["alignments", "articles", "claims", "clusters", "diagnostics", "engine", "id", "notices", "omissions", "only_in", "origins", "position_encoding", "quotes", "relatedness"]
    ALIGNMENTS_FIELD_NUMBER: _ClassVar[int]
    ARTICLES_FIELD_NUMBER: _ClassVar[int]
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    CLUSTERS_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    OMISSIONS_FIELD_NUMBER: _ClassVar[int]
    ONLY_IN_FIELD_NUMBER: _ClassVar[int]
    ORIGINS_FIELD_NUMBER: _ClassVar[int]
    POSITION_ENCODING_FIELD_NUMBER: _ClassVar[int]
    QUOTES_FIELD_NUMBER: _ClassVar[int]
    RELATEDNESS_FIELD_NUMBER: _ClassVar[int]
    alignments: _containers.RepeatedCompositeFieldContainer[Alignment]
    articles: _containers.RepeatedCompositeFieldContainer[ComparedArticle]
    claims: _containers.RepeatedCompositeFieldContainer[_semantics_pb2.Claim]
    clusters: _containers.RepeatedCompositeFieldContainer[Cluster]
    diagnostics: _containers.RepeatedCompositeFieldContainer[_diagnostics_pb2.Diagnostic]
    engine: _article_pb2.Engine
    id: str
    notices: _containers.RepeatedCompositeFieldContainer[_article_pb2.Notice]
    omissions: _containers.RepeatedCompositeFieldContainer[Omission]
    only_in: _containers.RepeatedCompositeFieldContainer[OnlyIn]
    origins: _containers.RepeatedCompositeFieldContainer[Origin]
    position_encoding: _article_pb2.PositionEncoding
    quotes: _containers.RepeatedCompositeFieldContainer[QuoteAlignment]
    relatedness: _containers.RepeatedCompositeFieldContainer[Relatedness]
    def __init__(self, id: _Optional[str] = ..., engine: _Optional[_Union[_article_pb2.Engine, _Mapping]] = ..., position_encoding: _Optional[_Union[_article_pb2.PositionEncoding, str]] = ..., articles: _Optional[_Iterable[_Union[ComparedArticle, _Mapping]]] = ..., relatedness: _Optional[_Iterable[_Union[Relatedness, _Mapping]]] = ..., claims: _Optional[_Iterable[_Union[_semantics_pb2.Claim, _Mapping]]] = ..., alignments: _Optional[_Iterable[_Union[Alignment, _Mapping]]] = ..., only_in: _Optional[_Iterable[_Union[OnlyIn, _Mapping]]] = ..., quotes: _Optional[_Iterable[_Union[QuoteAlignment, _Mapping]]] = ..., origins: _Optional[_Iterable[_Union[Origin, _Mapping]]] = ..., clusters: _Optional[_Iterable[_Union[Cluster, _Mapping]]] = ..., diagnostics: _Optional[_Iterable[_Union[_diagnostics_pb2.Diagnostic, _Mapping]]] = ..., notices: _Optional[_Iterable[_Union[_article_pb2.Notice, _Mapping]]] = ..., omissions: _Optional[_Iterable[_Union[Omission, _Mapping]]] = ...) -> None: ...

class Difference(_message.Message):
    __slots__ = ["confidence", "explanation", "incompatible", "kind", "left", "left_value", "right", "right_value"]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    INCOMPATIBLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    LEFT_VALUE_FIELD_NUMBER: _ClassVar[int]
    RIGHT_FIELD_NUMBER: _ClassVar[int]
    RIGHT_VALUE_FIELD_NUMBER: _ClassVar[int]
    confidence: float
    explanation: str
    incompatible: bool
    kind: DifferenceKind
    left: _article_pb2.Location
    left_value: str
    right: _article_pb2.Location
    right_value: str
    def __init__(self, kind: _Optional[_Union[DifferenceKind, str]] = ..., incompatible: bool = ..., left: _Optional[_Union[_article_pb2.Location, _Mapping]] = ..., right: _Optional[_Union[_article_pb2.Location, _Mapping]] = ..., left_value: _Optional[str] = ..., right_value: _Optional[str] = ..., confidence: _Optional[float] = ..., explanation: _Optional[str] = ...) -> None: ...

class Entailment(_message.Message):
    __slots__ = ["left_to_right", "right_to_left"]
    LEFT_TO_RIGHT_FIELD_NUMBER: _ClassVar[int]
    RIGHT_TO_LEFT_FIELD_NUMBER: _ClassVar[int]
    left_to_right: float
    right_to_left: float
    def __init__(self, left_to_right: _Optional[float] = ..., right_to_left: _Optional[float] = ...) -> None: ...

class Evidence(_message.Message):
    __slots__ = ["kind", "locations", "value"]
    KIND_FIELD_NUMBER: _ClassVar[int]
    LOCATIONS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    kind: EvidenceKind
    locations: _containers.RepeatedCompositeFieldContainer[_article_pb2.Location]
    value: str
    def __init__(self, kind: _Optional[_Union[EvidenceKind, str]] = ..., value: _Optional[str] = ..., locations: _Optional[_Iterable[_Union[_article_pb2.Location, _Mapping]]] = ...) -> None: ...

class Omission(_message.Message):
    __slots__ = ["article", "clusters"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    CLUSTERS_FIELD_NUMBER: _ClassVar[int]
    article: int
    clusters: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, article: _Optional[int] = ..., clusters: _Optional[_Iterable[int]] = ...) -> None: ...

class OnlyIn(_message.Message):
    __slots__ = ["article", "claims"]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    article: int
    claims: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, article: _Optional[int] = ..., claims: _Optional[_Iterable[str]] = ...) -> None: ...

class Origin(_message.Message):
    __slots__ = ["agency", "articles", "confidence", "kind"]
    AGENCY_FIELD_NUMBER: _ClassVar[int]
    ARTICLES_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    agency: str
    articles: _containers.RepeatedScalarFieldContainer[int]
    confidence: float
    kind: OriginKind
    def __init__(self, articles: _Optional[_Iterable[int]] = ..., kind: _Optional[_Union[OriginKind, str]] = ..., agency: _Optional[str] = ..., confidence: _Optional[float] = ...) -> None: ...

class PassageComparison(_message.Message):
    __slots__ = ["confidence", "differences", "engine", "entails", "id", "position_encoding", "relation", "similarity"]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    ENTAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    POSITION_ENCODING_FIELD_NUMBER: _ClassVar[int]
    RELATION_FIELD_NUMBER: _ClassVar[int]
    SIMILARITY_FIELD_NUMBER: _ClassVar[int]
    confidence: float
    differences: _containers.RepeatedCompositeFieldContainer[Difference]
    engine: _article_pb2.Engine
    entails: Entailment
    id: str
    position_encoding: _article_pb2.PositionEncoding
    relation: Relation
    similarity: float
    def __init__(self, id: _Optional[str] = ..., engine: _Optional[_Union[_article_pb2.Engine, _Mapping]] = ..., position_encoding: _Optional[_Union[_article_pb2.PositionEncoding, str]] = ..., relation: _Optional[_Union[Relation, str]] = ..., confidence: _Optional[float] = ..., entails: _Optional[_Union[Entailment, _Mapping]] = ..., similarity: _Optional[float] = ..., differences: _Optional[_Iterable[_Union[Difference, _Mapping]]] = ...) -> None: ...

class QuoteAlignment(_message.Message):
    __slots__ = ["alteration", "changes", "confidence", "left", "right"]
    ALTERATION_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    RIGHT_FIELD_NUMBER: _ClassVar[int]
    alteration: Alteration
    changes: _containers.RepeatedCompositeFieldContainer[WordChange]
    confidence: float
    left: _article_pb2.Location
    right: _article_pb2.Location
    def __init__(self, left: _Optional[_Union[_article_pb2.Location, _Mapping]] = ..., right: _Optional[_Union[_article_pb2.Location, _Mapping]] = ..., alteration: _Optional[_Union[Alteration, str]] = ..., confidence: _Optional[float] = ..., changes: _Optional[_Iterable[_Union[WordChange, _Mapping]]] = ...) -> None: ...

class Relatedness(_message.Message):
    __slots__ = ["confidence", "evidence", "left", "right", "verdict"]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    RIGHT_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    confidence: float
    evidence: _containers.RepeatedCompositeFieldContainer[Evidence]
    left: int
    right: int
    verdict: Verdict
    def __init__(self, left: _Optional[int] = ..., right: _Optional[int] = ..., verdict: _Optional[_Union[Verdict, str]] = ..., confidence: _Optional[float] = ..., evidence: _Optional[_Iterable[_Union[Evidence, _Mapping]]] = ...) -> None: ...

class WordChange(_message.Message):
    __slots__ = ["left", "right"]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    RIGHT_FIELD_NUMBER: _ClassVar[int]
    left: _containers.RepeatedCompositeFieldContainer[_article_pb2.Span]
    right: _containers.RepeatedCompositeFieldContainer[_article_pb2.Span]
    def __init__(self, left: _Optional[_Iterable[_Union[_article_pb2.Span, _Mapping]]] = ..., right: _Optional[_Iterable[_Union[_article_pb2.Span, _Mapping]]] = ...) -> None: ...

class Relation(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class RelationReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class DifferenceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Alteration(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Verdict(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class EvidenceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class OriginKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Stance(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

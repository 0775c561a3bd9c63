from analysis.v1 import article_pb2 as _article_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

ANCHOR_INFERRED: Anchor
ANCHOR_MISSING: Anchor
ANCHOR_STATED: Anchor
ANCHOR_UNSPECIFIED: Anchor
ATTRIBUTION_KIND_ANONYMOUS: AttributionKind
ATTRIBUTION_KIND_NAMED: AttributionKind
ATTRIBUTION_KIND_UNRESOLVED: AttributionKind
ATTRIBUTION_KIND_UNSPECIFIED: AttributionKind
DATE_KIND_DATE: DateKind
DATE_KIND_DATETIME: DateKind
DATE_KIND_DURATION: DateKind
DATE_KIND_PERIOD: DateKind
DATE_KIND_SET: DateKind
DATE_KIND_TIME: DateKind
DATE_KIND_UNSPECIFIED: DateKind
DESCRIPTOR: _descriptor.FileDescriptor
ENTITY_TYPE_EVENT: EntityType
ENTITY_TYPE_LOCATION: EntityType
ENTITY_TYPE_NORP: EntityType
ENTITY_TYPE_ORGANIZATION: EntityType
ENTITY_TYPE_OTHER: EntityType
ENTITY_TYPE_PERSON: EntityType
ENTITY_TYPE_UNSPECIFIED: EntityType
GRANULARITY_CENTURY: Granularity
GRANULARITY_DAY: Granularity
GRANULARITY_DAYPART: Granularity
GRANULARITY_DECADE: Granularity
GRANULARITY_HOUR: Granularity
GRANULARITY_MINUTE: Granularity
GRANULARITY_MONTH: Granularity
GRANULARITY_QUARTER: Granularity
GRANULARITY_SEASON: Granularity
GRANULARITY_SECOND: Granularity
GRANULARITY_UNSPECIFIED: Granularity
GRANULARITY_WEEK: Granularity
GRANULARITY_YEAR: Granularity
MENTION_KIND_NAME: MentionKind
MENTION_KIND_NOMINAL: MentionKind
MENTION_KIND_PRONOUN: MentionKind
MENTION_KIND_UNSPECIFIED: MentionKind
MODALITY_ASSERTED: Modality
MODALITY_CONDITIONAL: Modality
MODALITY_PLANNED: Modality
MODALITY_POSSIBLE: Modality
MODALITY_QUESTION: Modality
MODALITY_REPORTED_DENIED: Modality
MODALITY_UNSPECIFIED: Modality
POLARITY_NEGATIVE: Polarity
POLARITY_POSITIVE: Polarity
POLARITY_UNSPECIFIED: Polarity
PRECISION_ABOUT: Precision
PRECISION_AT_LEAST: Precision
PRECISION_AT_MOST: Precision
PRECISION_EXACT: Precision
PRECISION_LESS_THAN: Precision
PRECISION_MORE_THAN: Precision
PRECISION_UNSPECIFIED: Precision
PRECISION_VAGUE: Precision
QUANTITY_KIND_AGE: QuantityKind
QUANTITY_KIND_CARDINAL: QuantityKind
QUANTITY_KIND_DIMENSION: QuantityKind
QUANTITY_KIND_DURATION: QuantityKind
QUANTITY_KIND_FRACTION: QuantityKind
QUANTITY_KIND_MONEY: QuantityKind
QUANTITY_KIND_ORDINAL: QuantityKind
QUANTITY_KIND_PERCENT: QuantityKind
QUANTITY_KIND_RATE: QuantityKind
QUANTITY_KIND_SCORE: QuantityKind
QUANTITY_KIND_TEMPERATURE: QuantityKind
QUANTITY_KIND_UNSPECIFIED: QuantityKind
QUOTE_ACT_BELIEF: QuoteAct
QUOTE_ACT_INTENTION: QuoteAct
QUOTE_ACT_STANCE: QuoteAct
QUOTE_ACT_STATEMENT: QuoteAct
QUOTE_ACT_UNSPECIFIED: QuoteAct
QUOTE_KIND_DIRECT: QuoteKind
QUOTE_KIND_INDIRECT: QuoteKind
QUOTE_KIND_MIXED: QuoteKind
QUOTE_KIND_UNSPECIFIED: QuoteKind
ROLE_AGENT: Role
ROLE_ATTRIBUTE: Role
ROLE_OTHER: Role
ROLE_PLACE: Role
ROLE_RECIPIENT: Role
ROLE_THEME: Role
ROLE_TIME: Role
ROLE_UNSPECIFIED: Role
SOURCE_KIND_ANONYMOUS: SourceKind
SOURCE_KIND_BODY: SourceKind
SOURCE_KIND_DOCUMENT: SourceKind
SOURCE_KIND_NAMED: SourceKind
SOURCE_KIND_NONE: SourceKind
SOURCE_KIND_PRONOUN: SourceKind
SOURCE_KIND_UNSPECIFIED: SourceKind
TENSE_FUTURE: Tense
TENSE_NONE: Tense
TENSE_PAST: Tense
TENSE_PRESENT: Tense
TENSE_UNSPECIFIED: Tense

class Argument(_message.Message):
    __slots__ = ["entity", "marker", "role", "spans"]
    ENTITY_FIELD_NUMBER: _ClassVar[int]
    MARKER_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    SPANS_FIELD_NUMBER: _ClassVar[int]
    entity: str
    marker: str
    role: Role
    spans: _containers.RepeatedCompositeFieldContainer[_article_pb2.Span]
    def __init__(self, role: _Optional[_Union[Role, str]] = ..., marker: _Optional[str] = ..., spans: _Optional[_Iterable[_Union[_article_pb2.Span, _Mapping]]] = ..., entity: _Optional[str] = ...) -> None: ...

class Attribution(_message.Message):
    __slots__ = ["cue", "entity", "kind", "source"]
    CUE_FIELD_NUMBER: _ClassVar[int]
    ENTITY_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    cue: _article_pb2.Span
    entity: str
    kind: AttributionKind
    source: _article_pb2.Span
    def __init__(self, kind: _Optional[_Union[AttributionKind, str]] = ..., entity: _Optional[str] = ..., source: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., cue: _Optional[_Union[_article_pb2.Span, _Mapping]] = ...) -> None: ...

class Claim(_message.Message):
    __slots__ = ["arguments", "article", "attribution", "confidence", "dates", "id", "predicate", "quantities", "sentence", "span"]
    ARGUMENTS_FIELD_NUMBER: _ClassVar[int]
    ARTICLE_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTION_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    DATES_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    PREDICATE_FIELD_NUMBER: _ClassVar[int]
    QUANTITIES_FIELD_NUMBER: _ClassVar[int]
    SENTENCE_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    arguments: _containers.RepeatedCompositeFieldContainer[Argument]
    article: int
    attribution: _containers.RepeatedCompositeFieldContainer[Attribution]
    confidence: float
    dates: _containers.RepeatedScalarFieldContainer[int]
    id: str
    predicate: Predicate
    quantities: _containers.RepeatedScalarFieldContainer[int]
    sentence: int
    span: _article_pb2.Span
    def __init__(self, article: _Optional[int] = ..., id: _Optional[str] = ..., span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., sentence: _Optional[int] = ..., confidence: _Optional[float] = ..., predicate: _Optional[_Union[Predicate, _Mapping]] = ..., arguments: _Optional[_Iterable[_Union[Argument, _Mapping]]] = ..., quantities: _Optional[_Iterable[int]] = ..., dates: _Optional[_Iterable[int]] = ..., attribution: _Optional[_Iterable[_Union[Attribution, _Mapping]]] = ...) -> None: ...

class Counted(_message.Message):
    __slots__ = ["lemma", "span"]
    LEMMA_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    lemma: str
    span: _article_pb2.Span
    def __init__(self, span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., lemma: _Optional[str] = ...) -> None: ...

class DateMention(_message.Message):
    __slots__ = ["anchor", "confidence", "end_date", "granularity", "kind", "span", "start_date", "timex"]
    ANCHOR_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    GRANULARITY_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    TIMEX_FIELD_NUMBER: _ClassVar[int]
    anchor: Anchor
    confidence: float
    end_date: str
    granularity: Granularity
    kind: DateKind
    span: _article_pb2.Span
    start_date: str
    timex: str
    def __init__(self, span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., kind: _Optional[_Union[DateKind, str]] = ..., timex: _Optional[str] = ..., start_date: _Optional[str] = ..., end_date: _Optional[str] = ..., granularity: _Optional[_Union[Granularity, str]] = ..., anchor: _Optional[_Union[Anchor, str]] = ..., confidence: _Optional[float] = ...) -> None: ...

class Entity(_message.Message):
    __slots__ = ["group", "id", "keys", "mentions", "name", "type"]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    MENTIONS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    group: bool
    id: str
    keys: _containers.RepeatedScalarFieldContainer[str]
    mentions: _containers.RepeatedCompositeFieldContainer[Mention]
    name: str
    type: EntityType
    def __init__(self, id: _Optional[str] = ..., type: _Optional[_Union[EntityType, str]] = ..., name: _Optional[str] = ..., mentions: _Optional[_Iterable[_Union[Mention, _Mapping]]] = ..., keys: _Optional[_Iterable[str]] = ..., group: bool = ...) -> None: ...

class Mention(_message.Message):
    __slots__ = ["confidence", "kind", "span"]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    confidence: float
    kind: MentionKind
    span: _article_pb2.Span
    def __init__(self, span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., kind: _Optional[_Union[MentionKind, str]] = ..., confidence: _Optional[float] = ...) -> None: ...

class Predicate(_message.Message):
    __slots__ = ["lemma", "modality", "polarity", "span", "tense"]
    LEMMA_FIELD_NUMBER: _ClassVar[int]
    MODALITY_FIELD_NUMBER: _ClassVar[int]
    POLARITY_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    TENSE_FIELD_NUMBER: _ClassVar[int]
    lemma: str
    modality: Modality
    polarity: Polarity
    span: _article_pb2.Span
    tense: Tense
    def __init__(self, span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., lemma: _Optional[str] = ..., polarity: _Optional[_Union[Polarity, str]] = ..., modality: _Optional[_Union[Modality, str]] = ..., tense: _Optional[_Union[Tense, str]] = ...) -> None: ...

class Quantity(_message.Message):
    __slots__ = ["as_of", "confidence", "counted", "high", "kind", "low", "precision", "span", "unit", "value"]
    AS_OF_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    COUNTED_FIELD_NUMBER: _ClassVar[int]
    HIGH_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    LOW_FIELD_NUMBER: _ClassVar[int]
    PRECISION_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    as_of: int
    confidence: float
    counted: Counted
    high: str
    kind: QuantityKind
    low: str
    precision: Precision
    span: _article_pb2.Span
    unit: str
    value: str
    def __init__(self, span: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., kind: _Optional[_Union[QuantityKind, str]] = ..., value: _Optional[str] = ..., low: _Optional[str] = ..., high: _Optional[str] = ..., unit: _Optional[str] = ..., precision: _Optional[_Union[Precision, str]] = ..., counted: _Optional[_Union[Counted, _Mapping]] = ..., as_of: _Optional[int] = ..., confidence: _Optional[float] = ...) -> None: ...

class Quote(_message.Message):
    __slots__ = ["act", "addressee", "confidence", "content", "continuation", "cue", "kind", "reported", "source", "source_kind", "speaker", "verbatim"]
    ACT_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    CONTINUATION_FIELD_NUMBER: _ClassVar[int]
    CUE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    REPORTED_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_KIND_FIELD_NUMBER: _ClassVar[int]
    SPEAKER_FIELD_NUMBER: _ClassVar[int]
    VERBATIM_FIELD_NUMBER: _ClassVar[int]
    act: QuoteAct
    addressee: _article_pb2.Span
    confidence: float
    content: _containers.RepeatedCompositeFieldContainer[_article_pb2.Span]
    continuation: bool
    cue: _article_pb2.Span
    kind: QuoteKind
    reported: bool
    source: _article_pb2.Span
    source_kind: SourceKind
    speaker: str
    verbatim: _containers.RepeatedCompositeFieldContainer[_article_pb2.Span]
    def __init__(self, kind: _Optional[_Union[QuoteKind, str]] = ..., content: _Optional[_Iterable[_Union[_article_pb2.Span, _Mapping]]] = ..., cue: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., source: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., speaker: _Optional[str] = ..., confidence: _Optional[float] = ..., verbatim: _Optional[_Iterable[_Union[_article_pb2.Span, _Mapping]]] = ..., addressee: _Optional[_Union[_article_pb2.Span, _Mapping]] = ..., source_kind: _Optional[_Union[SourceKind, str]] = ..., act: _Optional[_Union[QuoteAct, str]] = ..., continuation: bool = ..., reported: bool = ...) -> None: ...

class EntityType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class MentionKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class QuantityKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Precision(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class DateKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Granularity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Anchor(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class QuoteKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class QuoteAct(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class SourceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Polarity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Modality(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Tense(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class Role(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class AttributionKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

from analysis.v1 import article_pb2 as _article_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
RULE_CATEGORY_ATTRIBUTION: RuleCategory
RULE_CATEGORY_CHRONOLOGY: RuleCategory
RULE_CATEGORY_COMPARISON: RuleCategory
RULE_CATEGORY_DRIVER: RuleCategory
RULE_CATEGORY_HEADLINE: RuleCategory
RULE_CATEGORY_NUMBERS: RuleCategory
RULE_CATEGORY_SOURCING: RuleCategory
RULE_CATEGORY_STRUCTURE: RuleCategory
RULE_CATEGORY_UNSPECIFIED: RuleCategory
SEVERITY_ERROR: Severity
SEVERITY_HIDDEN: Severity
SEVERITY_INFO: Severity
SEVERITY_UNSPECIFIED: Severity
SEVERITY_WARNING: Severity

class Diagnostic(_message.Message):
    __slots__ = ["location", "message", "related", "rule", "severity"]
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    RELATED_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    location: _article_pb2.Location
    message: str
    related: _containers.RepeatedCompositeFieldContainer[RelatedLocation]
    rule: str
    severity: Severity
    def __init__(self, rule: _Optional[str] = ..., severity: _Optional[_Union[Severity, str]] = ..., location: _Optional[_Union[_article_pb2.Location, _Mapping]] = ..., message: _Optional[str] = ..., related: _Optional[_Iterable[_Union[RelatedLocation, _Mapping]]] = ...) -> None: ...

class RelatedLocation(_message.Message):
    __slots__ = ["location", "message"]
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    location: _article_pb2.Location
    message: str
    def __init__(self, location: _Optional[_Union[_article_pb2.Location, _Mapping]] = ..., message: _Optional[str] = ...) -> None: ...

class Rule(_message.Message):
    __slots__ = ["category", "description", "documentation", "enabled", "id", "name", "severity", "title"]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    DOCUMENTATION_FIELD_NUMBER: _ClassVar[int]
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    category: RuleCategory
    description: str
    documentation: str
    enabled: bool
    id: str
    name: str
    severity: Severity
    title: str
    def __init__(self, name: _Optional[str] = ..., id: _Optional[str] = ..., category: _Optional[_Union[RuleCategory, str]] = ..., severity: _Optional[_Union[Severity, str]] = ..., enabled: bool = ..., title: _Optional[str] = ..., description: _Optional[str] = ..., documentation: _Optional[str] = ...) -> None: ...

class Severity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class RuleCategory(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

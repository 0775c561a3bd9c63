from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
ERROR_REASON_ARTICLE_EMPTY: ErrorReason
ERROR_REASON_ARTICLE_MISSING: ErrorReason
ERROR_REASON_ARTICLE_NOT_FOUND: ErrorReason
ERROR_REASON_ARTICLE_TOO_LARGE: ErrorReason
ERROR_REASON_CALL_ENDED: ErrorReason
ERROR_REASON_ETAG_MISMATCH: ErrorReason
ERROR_REASON_FIELD_TOO_LONG: ErrorReason
ERROR_REASON_INTERNAL_FAULT: ErrorReason
ERROR_REASON_INVALID_ARTICLE_ID: ErrorReason
ERROR_REASON_INVALID_DATE: ErrorReason
ERROR_REASON_INVALID_MESSAGE: ErrorReason
ERROR_REASON_INVALID_NAME: ErrorReason
ERROR_REASON_INVALID_PAGE_SIZE: ErrorReason
ERROR_REASON_INVALID_PAGE_TOKEN: ErrorReason
ERROR_REASON_INVALID_RECORD: ErrorReason
ERROR_REASON_INVALID_REQUEST_ID: ErrorReason
ERROR_REASON_INVALID_TEXT: ErrorReason
ERROR_REASON_INVALID_TOKENS: ErrorReason
ERROR_REASON_REQUEST_ID_REUSED: ErrorReason
ERROR_REASON_REQUEST_TOO_LARGE: ErrorReason
ERROR_REASON_RESPONSE_TOO_LARGE: ErrorReason
ERROR_REASON_RULE_NOT_FOUND: ErrorReason
ERROR_REASON_SECTION_NOT_FOUND: ErrorReason
ERROR_REASON_STORAGE_DAMAGED: ErrorReason
ERROR_REASON_STORAGE_DISABLED: ErrorReason
ERROR_REASON_STORAGE_FULL: ErrorReason
ERROR_REASON_STORAGE_READ_ONLY: ErrorReason
ERROR_REASON_STORAGE_UNAVAILABLE: ErrorReason
ERROR_REASON_TOO_FEW_ARTICLES: ErrorReason
ERROR_REASON_TOO_MANY_ARTICLES: ErrorReason
ERROR_REASON_UNKNOWN_ENUM_VALUE: ErrorReason
ERROR_REASON_UNSPECIFIED: ErrorReason
ERROR_REASON_UNSUPPORTED_MEDIA_TYPE: ErrorReason

class ErrorRecord(_message.Message):
    __slots__ = ["error", "id"]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    error: RecordError
    id: str
    def __init__(self, id: _Optional[str] = ..., error: _Optional[_Union[RecordError, _Mapping]] = ...) -> None: ...

class RecordError(_message.Message):
    __slots__ = ["message", "reason"]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    message: str
    reason: ErrorReason
    def __init__(self, reason: _Optional[_Union[ErrorReason, str]] = ..., message: _Optional[str] = ...) -> None: ...

class ErrorReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

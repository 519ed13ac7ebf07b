"""The shape of JSON, for those who carry it without looking inside."""

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]

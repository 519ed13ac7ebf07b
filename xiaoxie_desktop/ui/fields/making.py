"""Chooses the editor of a field by its type."""

from xiaoxie_desktop.core.report import Field, FieldType
from xiaoxie_desktop.ui.fields.amount_editor import AmountEditor
from xiaoxie_desktop.ui.fields.choice_editor import ChoiceEditor, ChoicesEditor, YesNoEditor
from xiaoxie_desktop.ui.fields.computed_editor import ComputedEditor
from xiaoxie_desktop.ui.fields.date_editor import DateEditor, DateRangeEditor
from xiaoxie_desktop.ui.fields.editor import FieldEditor
from xiaoxie_desktop.ui.fields.rows_editor import ListEditor, RowsEditor
from xiaoxie_desktop.ui.fields.text_editor import (
    ContactEditor,
    DocumentReferenceEditor,
    LongTextEditor,
    OrganizationEditor,
    TextEditor,
)


def make_editor(field: Field, year: int) -> FieldEditor:
    """The editor of this field in a report on `year`."""
    return EDITORS[field.type](field, year)


EDITORS: dict[FieldType, type[FieldEditor]] = {
    FieldType.TEXT: TextEditor,
    FieldType.LONG_TEXT: LongTextEditor,
    FieldType.BOOL: YesNoEditor,
    FieldType.DATE: DateEditor,
    FieldType.DATE_RANGE: DateRangeEditor,
    FieldType.COUNT: AmountEditor,
    FieldType.QUANTITY: AmountEditor,
    FieldType.MONEY: AmountEditor,
    FieldType.PERCENT: AmountEditor,
    FieldType.ORDINAL: AmountEditor,
    FieldType.CHOICE: ChoiceEditor,
    FieldType.CHOICES: ChoicesEditor,
    FieldType.LIST: ListEditor,
    FieldType.ORGANIZATION: OrganizationEditor,
    FieldType.PEOPLE: ListEditor,
    FieldType.CONTACT: ContactEditor,
    FieldType.DOCUMENT_REFERENCE: DocumentReferenceEditor,
    FieldType.ROWS: RowsEditor,
    FieldType.COMPUTED: ComputedEditor,
}
"""One editor class for each field type."""

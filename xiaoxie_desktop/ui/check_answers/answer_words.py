"""How an answer reads on the page 核对: as in the text, tables of rows row by row."""

from xiaoxie_desktop.core.answers import Items, Row, Rows, Unreadable, Value, filled_rows
from xiaoxie_desktop.core.report import Field
from xiaoxie_desktop.core.value_text import PrintContext, value_text
from xiaoxie_desktop.ui.fields.cells import cell_text, label_of


def answer_words(value: Value | None, field: Field, context: PrintContext) -> str:
    """The answer in words, what was typed where it was not understood, empty when nothing is filled."""
    match value:
        case None:
            return ""
        case Unreadable(typed):
            return typed
        case Rows() as rows:
            said = [_row_words(row, field) for row in filled_rows(rows)]
            return f"{len(said)} 项：{'；'.join(said)}" if said else ""
        case Items(texts):
            said = [label_of(text.strip(), field) for text in texts if text.strip()]
            return f"{len(said)} 项：{'；'.join(said)}" if len(said) > 1 else "".join(said)
        case bool():
            return cell_text(value, field)
        case _:
            return value_text(value, field, "", context)


def _row_words(row: Row, field: Field) -> str:
    cells = ((column, row.cells.get(column.id)) for column in field.columns)
    words = ((column, cell_text(value, column).replace("\n", " ")) for column, value in cells)
    units = {column.id: column.unit if len(column.units) == 1 else "" for column in field.columns}
    return " ".join(f"{text}{units[column.id]}" for column, text in words if text)

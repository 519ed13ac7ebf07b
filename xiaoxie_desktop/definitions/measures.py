"""Reads the measures of official documents from TOML, strictly, into :class:`~xiaoxie_desktop.core.measures.Measures`."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.line_breaks import LineBreaks
from xiaoxie_desktop.core.measures import (
    AnnexNoteMeasures,
    ChartMeasures,
    Face,
    Gaps,
    HeadLineMeasures,
    ImprintMeasures,
    LetterMeasures,
    MarkMeasures,
    Measures,
    PageMeasures,
    PictureMeasures,
    SignatureMeasures,
    TableMeasures,
    TitleMeasures,
)
from xiaoxie_desktop.core.pages import Alignment, FaceRole, Role
from xiaoxie_desktop.definitions.line_breaks import LineBreaksTable
from xiaoxie_desktop.definitions.measures_tables import (
    AnnexNoteTable,
    ChartsTable,
    FaceTable,
    FileTable,
    GapsTable,
    GridTable,
    HeadLineTable,
    ImprintTable,
    LatinTable,
    MarkTable,
    PageTable,
    SignatureTable,
    TitleTable,
    WordsTable,
)
from xiaoxie_desktop.definitions.strict_table import StrictTable

MEASURES_FILE = "gbt9704-2012.toml"
TITLE_WORDS_FILE = "title_words.toml"
LINE_BREAKS_FILE = "line_breaks.toml"
LATIN_WIDTHS_FILE = "latin_widths.toml"
_Shape = TypeVar("_Shape", bound=BaseModel)


def load_measures(folder: Path, profile: Path | None = None) -> Measures:
    """Read the measures and the title words in ``folder``; what ``profile`` says instead of the standard counts.

    Raises DefinitionError naming file, key and the nearest known name.
    """
    standard = _table(folder / MEASURES_FILE)
    if profile is None:
        file = _validated(MEASURES_FILE, standard, FileTable)
    else:
        file = _validated(profile.name, _overlaid(standard, _table(profile)), FileTable)
    latin = _read(folder / LATIN_WIDTHS_FILE, LatinTable)
    words = _read(folder / TITLE_WORDS_FILE, WordsTable)
    breaks = _read(folder / LINE_BREAKS_FILE, LineBreaksTable)
    _expect_all(MEASURES_FILE, "faces", FaceRole, file.faces)
    _expect_all(MEASURES_FILE, "roles", Role, file.roles)
    return _measures(file, words, breaks.line_breaks(), latin)


def _read(path: Path, shape: type[_Shape]) -> _Shape:
    return _validated(path.name, _table(path), shape)


def _overlaid(table: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """``table`` with the values of ``over``, table by table."""
    result = dict(table)
    for key, value in over.items():
        old = result.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        result[key] = _overlaid(old, value) if both else value  # type: ignore[arg-type]
    return result


def _table(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DefinitionError(f"版式文件 {path.name} 读不出来，请重新安装本程序。") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DefinitionError(
            f"版式文件 {path.name} 写得不对，请改正或重新安装本程序。", details=str(error)
        ) from error


def _validated(name: str, table: dict[str, object], shape: type[_Shape]) -> _Shape:
    try:
        # By way of JSON, where strict reading still takes lists for tuples and words for enum members.
        return shape.model_validate_json(json.dumps(table))
    except ValidationError as error:
        raise DefinitionError(_sentence(name, error), details=str(error)) from error


def _sentence(file_name: str, error: ValidationError) -> str:
    # A misspelt key is also a missing one; naming the misspelling helps more.
    first = min(error.errors(include_url=False), key=lambda one: one["type"] == "missing")
    key = ".".join(str(part) for part in first["loc"] if part != "[key]")
    if first["type"] == "missing":
        return f"版式文件 {file_name} 缺少 {key}，请补上。"
    if first["type"] in {"extra_forbidden", "enum"}:
        return f"版式文件 {file_name} 里的 {key} 认不出来{_nearest(first['loc'])}，请改正。"
    return f"版式文件 {file_name} 里 {key} 的值写得不对，请改正。"


def _nearest(place: Iterable[int | str]) -> str:
    names = [str(part) for part in place if part != "[key]"]
    known = {name for table in StrictTable.__subclasses__() for name in table.model_fields}
    known |= (
        {role.value for role in Role} | {face.value for face in FaceRole} | {side.value for side in Alignment}
    )
    near = get_close_matches(names[-1], sorted(known - {names[-1]}), n=1)
    return f"，是不是想写 {near[0]}" if near else ""


def _expect_all(file_name: str, key: str, wanted: Iterable[str], given: Iterable[str]) -> None:
    missing = sorted({str(name) for name in wanted} - {str(name) for name in given})
    if missing:
        raise DefinitionError(f"版式文件 {file_name} 缺少 {key}.{missing[0]}，请补上。")


def _measures(file: FileTable, words: WordsTable, breaks: LineBreaks, latin: LatinTable) -> Measures:
    grid = file.grid
    return Measures(
        page=_page(file.page),
        lines_per_page=grid.lines_per_page,
        chars_per_line=grid.chars_per_line,
        line_pitch=grid.line_pitch_twips,
        char_width=grid.char_width_twips,
        script_gap=grid.script_gap_em,
        faces=MappingProxyType({role: _face(face) for role, face in file.faces.items()}),
        formats=MappingProxyType({role: table.format(grid) for role, table in file.roles.items()}),
        style_names=MappingProxyType({role: table.style for role, table in file.roles.items()}),
        mark=_mark(file.mark),
        gaps=_gaps(file.gaps, grid),
        signature=_signature(file.signature, grid),
        head_line=_head_line(file.head_line, grid),
        annex_note=_annex_note(file.annex_note, grid),
        imprint=_imprint(file.imprint),
        letter=LetterMeasures(
            **{name.removesuffix("_twips"): value for name, value in file.letter.model_dump().items()}
        ),
        tables=TableMeasures(
            row_pitch=file.tables.row_pitch_twips,
            padding=file.tables.padding_twips,
            border=file.tables.border_twips,
        ),
        pictures=PictureMeasures(
            columns=MappingProxyType(file.pictures.columns),
            frame_lines=MappingProxyType(file.pictures.frame_lines),
            margin=file.pictures.margin_twips,
        ),
        charts=_charts(file.charts, grid),
        title=_title(file.title, words, grid.script_gap_em),
        line_breaks=breaks,
        latin_face=_face(file.latin_face) if grid.latin == "times" else None,
        latin_widths=MappingProxyType(latin.times if grid.latin == "times" else {}),
        page_number_side=grid.page_number,
    )


def _face(table: FaceTable) -> Face:
    return Face(table.name, table.alternatives, table.pitch_family)


def _page(table: PageTable) -> PageMeasures:
    return PageMeasures(**{name.removesuffix("_twips"): value for name, value in table.model_dump().items()})


def _mark(table: MarkTable) -> MarkMeasures:
    return MarkMeasures(
        top=table.top_twips,
        largest_size=table.largest_pt,
        smallest_size=table.smallest_pt,
        line_share=table.line_share,
        baseline_share=table.baseline_share,
        ink_share=table.ink_share,
        filled_share=table.filled_share,
    )


def _gaps(table: GapsTable, grid: GridTable) -> Gaps:
    lines = table.model_dump().items()
    return Gaps(
        **{name.removesuffix("_lines"): round(value * grid.line_pitch_twips) for name, value in lines}
    )


def _signature(table: SignatureTable, grid: GridTable) -> SignatureMeasures:
    char = grid.char_width_twips
    return SignatureMeasures(
        sealed_date_right=round(table.sealed_date_right_chars * char),
        unsealed_name_right=round(table.unsealed_name_right_chars * char),
        unsealed_date_offset=round(table.unsealed_date_offset_chars * char),
        names_per_row=table.names_per_row,
        name_gap=round(table.name_gap_chars * char),
        stamp_width=table.stamp_width_twips,
        stamp_height=table.stamp_height_twips,
        kept_text_lines=table.kept_text_lines,
        tightest_pitch=table.tightest_pitch_twips,
        widest_pitch=table.widest_pitch_twips,
    )


def _head_line(table: HeadLineTable, grid: GridTable) -> HeadLineMeasures:
    char = grid.char_width_twips
    return HeadLineMeasures(
        edge=round(table.edge_chars * char),
        names_per_line=table.names_per_line,
        name_gap=round(table.name_gap_chars * char),
    )


def _annex_note(table: AnnexNoteTable, grid: GridTable) -> AnnexNoteMeasures:
    char = grid.char_width_twips
    return AnnexNoteMeasures(
        indent=round(table.indent_chars * char), number_gap=round(table.number_gap_chars * char)
    )


def _imprint(table: ImprintTable) -> ImprintMeasures:
    return ImprintMeasures(
        outer_rule=table.outer_rule.rule(),
        inner_rule=table.inner_rule.rule(),
        anchor_height=table.anchor_height_twips,
        on_even_page=table.on_even_page,
    )


def _charts(table: ChartsTable, grid: GridTable) -> ChartMeasures:
    return ChartMeasures(
        label_width=round(table.label_chars * grid.char_width_twips),
        value_width=round(table.value_chars * grid.char_width_twips),
        bar_height=table.bar_height_twips,
        gap=table.gap_twips,
        pie_height=table.pie_lines * grid.line_pitch_twips,
        colours=table.colours,
    )


def _title(table: TitleTable, words: WordsTable, script_gap: float) -> TitleMeasures:
    every_word = frozenset(word for group in words.words.values() for word in group)
    never_first, never_last = frozenset(words.never_first), frozenset(words.never_last)
    return TitleMeasures(
        usual_length=table.usual_length_chars,
        greatest_length=table.greatest_length_chars,
        script_gap=script_gap,
        words=every_word | never_first | never_last,
        never_first=never_first,
        never_last=never_last,
        good_first=frozenset(words.good_first),
    )

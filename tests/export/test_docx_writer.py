"""What any Word file of ours must be: whole, in schema order, the same again, openable."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.export.samples import SAMPLES, laid_out
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import Annex, BodyParagraph, Imprint, Masthead, OfficialDocument
from xiaoxie_desktop.core.pages import PagedDocument, Role
from xiaoxie_desktop.export.control_characters import without_control_characters
from xiaoxie_desktop.export.docx_writer import DocumentProperties, docx_bytes
from xiaoxie_desktop.official.layout import lay_out
from xiaoxie_desktop.official.styling import styled_paragraphs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "tbl": "tblPr tblGrid tr",
    "settings": "zoom bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders "
    "characterSpacingControl noLineBreaksAfter noLineBreaksBefore compat themeFontLang decimalSymbol listSeparator",
}


def written(measures: Measures, document: OfficialDocument) -> bytes:
    return docx_bytes(laid_out(document, measures), measures, DocumentProperties(document.title))


def xml_parts(content: bytes) -> dict[str, object]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: docx.oxml.parse_xml(archive.read(name)) for name in archive.namelist()}


@pytest.mark.parametrize("name", SAMPLES)
def test_children_stand_in_schema_order(measures: Measures, name: str) -> None:
    seen = set()
    for part in xml_parts(written(measures, SAMPLES[name])).values():
        for element in part.iter():
            tag = element.tag.removeprefix(W)
            if tag in ORDER:
                seen.add(tag)
                order = ORDER[tag].split()
                places = [order.index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(places), f"{tag}: {[child.tag for child in element]}"
    assert seen >= {"pPr", "rPr", "sectPr", "style", "font", "settings"}


@pytest.mark.parametrize("name", SAMPLES)
def test_same_document_same_bytes(measures: Measures, name: str) -> None:
    assert written(measures, SAMPLES[name]) == written(measures, SAMPLES[name])


def test_nothing_in_the_file_tells_the_time(measures: Measures) -> None:
    with ZipFile(BytesIO(written(measures, SAMPLES["plain_unsealed"]))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_properties_are_the_caller_s(measures: Measures) -> None:
    moment = datetime(2026, 1, 8, 9, 30)
    properties = DocumentProperties("总结", "青石河镇消费者协会", moment)
    content = docx_bytes(PagedDocument((), ()), measures, properties)
    core = docx.Document(BytesIO(content)).core_properties
    assert (core.title, core.author, core.modified.replace(tzinfo=None)) == (
        "总结",
        "青石河镇消费者协会",
        moment,
    )


def test_no_theme_and_no_default_spacing(measures: Measures) -> None:
    content = written(measures, SAMPLES["document_downward"])
    with ZipFile(BytesIO(content)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        defaults = archive.read("word/styles.xml").split(b"</w:docDefaults>")[0]
    assert b"Theme=" not in everything
    assert b"theme1" not in everything
    assert b"w:spacing" not in defaults


def test_headings_are_named_styles_with_outline_levels(measures: Measures) -> None:
    document = docx.Document(BytesIO(written(measures, SAMPLES["plain_unsealed"])))
    named = {paragraph.style.name: paragraph.style for paragraph in document.paragraphs}
    assert {"公文标题", "主送机关", "公文正文", "一级标题", "二级标题", "发文机关署名", "成文日期"} <= set(
        named
    )
    levels = {
        style.name: style.element.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for style in document.styles
        if style.element.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    assert levels == {"一级标题": "0", "二级标题": "1", "三级标题": "2", "四级标题": "3", "附件标题": "0"}


def test_every_face_fills_all_slots(measures: Measures) -> None:
    for part in xml_parts(written(measures, SAMPLES["document_upward"])).values():
        for fonts in part.iter(f"{W}rFonts"):
            assert fonts.get(f"{W}hint") == "eastAsia"
            faces = {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
            assert len(faces) == 1
            assert faces == {None} or faces <= {face.name for face in measures.faces.values()}


def test_control_characters_are_left_out_and_told(measures: Measures) -> None:
    text = "投\x07诉\x00𨙸\ud800处\x0b理\x85\uffff完\r成"
    paragraphs = styled_paragraphs(OfficialDocument("总结", (BodyParagraph(text=text),)), measures)
    cleaned = without_control_characters(paragraphs)
    assert cleaned.removed == ("U+0007", "U+0000", "U+D800", "U+000B", "U+0085", "U+FFFF", "U+000D")
    assert cleaned.paragraphs[1].text == "投诉𨙸处理完成"
    document = docx.Document(BytesIO(docx_bytes(lay_out(paragraphs, measures), measures)))
    assert document.paragraphs[1].text == "投诉𨙸处理完成"


def test_clean_text_is_not_touched(measures: Measures) -> None:
    paragraphs = styled_paragraphs(SAMPLES["plain_unsealed"], measures)
    assert without_control_characters(paragraphs) == replace(
        without_control_characters(paragraphs), paragraphs=paragraphs, removed=()
    )


words = st.text(
    st.one_of(
        st.sampled_from("一二三消费者协会投诉处理的和“”《》（），。：；、——……·℃①㎡𨙸㙦〇%<>&'\"\t 　aZ09"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=40,
)
some_words = words.filter(lambda text: bool(printed(text)))
bodies = st.lists(
    st.builds(BodyParagraph, text=words, heading=words, heading_level=st.integers(0, 4)), max_size=5
).map(tuple)
documents = st.builds(
    OfficialDocument,
    title=words,
    body=bodies,
    masthead=st.none()
    | st.builds(Masthead, words, words, copy_number=words, secrecy_level=words, urgency=words),
    main_recipients=words,
    issuing_authorities=st.lists(some_words, max_size=3).map(tuple),
    date_of_issue=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    sealed=st.booleans(),
    remarks=words,
    annexes=st.lists(st.builds(Annex, words, bodies), max_size=3).map(tuple),
    imprint=st.none() | st.builds(Imprint, words.map(lambda text: text.rstrip("。")), words, st.none()),
)


def printed(text: str) -> str:
    """What of ``text`` must be in the file: all but what no file can hold and the white space of its layout."""
    kept = (
        one for one in text if ord(one) >= 0x20 and not 0x7F <= ord(one) <= 0x9F and one not in "\ufffe\uffff"
    )
    return "".join(kept)


def said(document: OfficialDocument, *, moved: bool = False) -> str:
    """Every character of the document in reading order, with the words the standard adds.

    ``moved``: the main recipients stand in the imprint, because the first page would show no body (7.3.2).
    """
    masthead, imprint, day = document.masthead, document.imprint, document.date_of_issue
    pieces = []
    if masthead:
        pieces += [masthead.copy_number, masthead.secrecy_level, masthead.urgency]
        pieces += [masthead.issuing_authority_mark, masthead.document_number]
    recipients = document.main_recipients
    pieces += [document.title, f"{recipients}：" if recipients and not moved else ""]
    pieces += [paragraph.heading + paragraph.text for paragraph in document.body]
    several = len(document.annexes) > 1
    for number, annex in enumerate(document.annexes, start=1):
        pieces += ["附件：" if number == 1 else "", f"{number}." if several else "", annex.title]
    pieces += document.issuing_authorities
    pieces += [
        f"{day.year}年{day.month}月{day.day}日" if day else "",
        f"（{document.remarks}）" * bool(document.remarks),
    ]
    for number, annex in enumerate(document.annexes, start=1):
        pieces += ["附件", str(number) if several else "", annex.title]
        pieces += [paragraph.heading + paragraph.text for paragraph in annex.body]
    if moved:
        pieces.append(f"主送：{recipients.rstrip('：')}。")
    if imprint:
        pieces += [f"抄送：{imprint.copy_to}。" if imprint.copy_to else "", imprint.printing_authority]
    return printed("".join(pieces))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents)
@example(OfficialDocument("题" * 600, (BodyParagraph("正文。"),), main_recipients="县消费者协会："))
def test_every_character_once_and_in_order(measures: Measures, document: OfficialDocument) -> None:
    paragraphs = laid_out(document, measures).paragraphs
    moved = any(one.role is Role.IMPRINT_RECIPIENTS for one in paragraphs)
    parts = xml_parts(written(measures, document))
    texts = (element.text or "" for element in parts["word/document.xml"].iter(f"{W}t"))
    assert "".join(texts) == said(document, moved=moved)

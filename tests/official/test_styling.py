"""Elements of a document: where each stands, in which face, with which words (clause numbers in the ids)."""

from datetime import date

import pytest

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import Annex, BodyParagraph, Imprint, Masthead, OfficialDocument
from xiaoxie_desktop.core.pages import Alignment, FaceRole, Role, StyledParagraph
from xiaoxie_desktop.official.styling import styled_paragraphs
from xiaoxie_desktop.official.widths import em_width, text_width

BODY = (BodyParagraph(text="现将有关情况报告如下。"),)
NAME, DATE = Role.ISSUING_AUTHORITY_SIGNATURE, Role.DATE_OF_ISSUE
NEW_YEAR, LATE = date(2026, 1, 8), date(2026, 12, 28)


def styled(measures: Measures, **elements: object) -> dict[Role, list[StyledParagraph]]:
    document = OfficialDocument(**{"title": "工作总结", "body": BODY, **elements})
    roles: dict[Role, list[StyledParagraph]] = {}
    for paragraph in styled_paragraphs(document, measures):
        roles.setdefault(paragraph.role, []).append(paragraph)
    return roles


def width(measures: Measures, paragraph: StyledParagraph) -> int:
    return text_width(paragraph.text, paragraph.format, measures.script_gap)


def centre(measures: Measures, paragraph: StyledParagraph) -> float:
    assert paragraph.format.alignment is Alignment.CENTRE
    return (paragraph.format.left + measures.page.text_width - paragraph.format.right) / 2


def test_an_empty_document_is_its_title(measures: Measures) -> None:
    assert [one.role for one in styled_paragraphs(OfficialDocument("总结", ()), measures)] == [Role.TITLE]


def test_elements_come_in_the_standard_s_order(measures: Measures) -> None:
    document = OfficialDocument(
        title="关于工作的报告",
        body=BODY,
        masthead=Masthead(
            "某某镇消费者协会文件", "某消协〔2026〕1号", ("张三",), "000001", "秘密★1年", "特急"
        ),
        main_recipients="县消费者协会",
        issuing_authorities=("某某镇消费者协会",),
        date_of_issue=NEW_YEAR,
        remarks="联系人：张三",
        annexes=(Annex("名单", BODY),),
        imprint=Imprint("县政府", "某某镇消费者协会", NEW_YEAR),
    )
    assert [one.role.value for one in styled_paragraphs(document, measures)] == [
        "copy_number",
        "secrecy_level",
        "urgency",
        "issuing_authority_mark",
        "document_number",
        "title",
        "main_recipients",
        "body",
        "annex_note",
        "issuing_authority_signature",
        "date_of_issue",
        "remarks",
        "annex_label",
        "annex_title",
        "body",
        "copy_to",
        "printing_authority",
    ]


class TestMasthead:
    @pytest.mark.parametrize(
        "corner", [{}, {"urgency": "加急"}, {"secrecy_level": "秘密"}, {"copy_number": "000001"}]
    )
    def test_7_2_4_mark_is_35_mm_below_the_edge(self, measures: Measures, corner: dict[str, str]) -> None:
        roles = styled(measures, masthead=Masthead("某某镇消协文件", **corner))
        mark = roles.pop(Role.ISSUING_AUTHORITY_MARK)[0]
        above = [
            roles[role][0] for role in (Role.COPY_NUMBER, Role.SECRECY_LEVEL, Role.URGENCY) if role in roles
        ]
        height = sum(one.format.space_before + one.format.line_pitch for one in above)
        ink = (
            measures.mark.baseline_share * mark.format.line_pitch
            - measures.mark.ink_share * mark.format.size * 20
        )
        assert height + mark.format.space_before + ink == pytest.approx(35 * 1440 / 25.4, abs=2)
        assert (mark.format.colour, mark.format.face) == ("FF0000", FaceRole.XIAOBIAOSONG)

    @pytest.mark.parametrize("length", [3, 10, 14, 19])
    def test_7_2_4_mark_fits_one_line(self, measures: Measures, length: int) -> None:
        mark = styled(measures, masthead=Masthead("县" * length))[Role.ISSUING_AUTHORITY_MARK][0]
        assert length * mark.format.size * 20 <= measures.page.text_width
        assert measures.mark.smallest_size <= mark.format.size <= measures.mark.largest_size

    def test_7_2_5_number_stands_in_the_middle_two_lines_below(self, measures: Measures) -> None:
        number = styled(measures, masthead=Masthead("文件", "某消协〔2026〕1号"))[Role.DOCUMENT_NUMBER][0]
        assert number.format.alignment is Alignment.CENTRE
        assert number.format.space_before == 2 * measures.line_pitch
        assert number.format.rule_below is not None

    def test_7_2_6_one_signer_shares_the_number_s_line(self, measures: Measures) -> None:
        number = styled(measures, masthead=Masthead("文件", "某消协〔2026〕1号", ("张三",)))[
            Role.DOCUMENT_NUMBER
        ][0]
        assert number.text == "某消协〔2026〕1号\t签发人：张三"
        assert [run.face for run in number.runs][-1] is FaceRole.KAITI
        assert (number.format.first_line, number.format.left) == (measures.char_width, 0)
        end = number.format.tab_stops[0].position + text_width(
            "签发人：张三", number.format, measures.script_gap
        )
        assert end == measures.page.text_width - measures.char_width

    def test_7_2_6_signers_two_a_line_under_each_other(self, measures: Measures) -> None:
        signers = ("张三", "欧阳四海", "王小二")
        roles = styled(measures, masthead=Masthead("文件", "某消协〔2026〕1号", signers))
        upper, lower = roles[Role.SIGNER][0], roles[Role.DOCUMENT_NUMBER][0]
        assert (upper.text, lower.text) == ("\t签发人：张三\t欧阳四海", "某消协〔2026〕1号\t王小二")
        label = text_width("签发人：", upper.format, measures.script_gap)
        assert upper.format.tab_stops[0].position + label == lower.format.tab_stops[0].position
        assert upper.format.space_before == 2 * measures.line_pitch
        assert lower.format.space_before == 0

    def test_a_number_too_long_for_the_signer_s_line_stands_below_it(self, measures: Measures) -> None:
        number = "某某县某某镇消费者权益保护委员会〔2026〕1号"
        roles = styled(measures, masthead=Masthead("文件", number, ("张三", "李四")))
        assert roles[Role.SIGNER][0].text == "\t签发人：张三\t李四"
        assert roles[Role.DOCUMENT_NUMBER][0].text == number

    @pytest.mark.parametrize(("masthead", "lines"), [(None, 0), (Masthead("文件"), 2)])
    def test_7_3_1_title_stands_two_lines_below_the_rule(
        self, measures: Measures, masthead: Masthead | None, lines: int
    ) -> None:
        title = styled(measures, masthead=masthead)[Role.TITLE][0]
        assert title.format.space_before == lines * measures.line_pitch


class TestMainPart:
    def test_7_3_2_recipients_end_with_a_colon_one_line_below(self, measures: Measures) -> None:
        roles = styled(measures, main_recipients="县消费者协会")
        recipients = roles[Role.MAIN_RECIPIENTS][0]
        assert (recipients.text, recipients.format.first_line) == ("县消费者协会：", 0)
        assert recipients.format.space_before == measures.line_pitch
        assert roles[Role.BODY][0].format.space_before == 0

    def test_text_without_recipients_keeps_its_line_below_the_title(self, measures: Measures) -> None:
        assert styled(measures)[Role.BODY][0].format.space_before == measures.line_pitch

    @pytest.mark.parametrize(
        ("level", "role", "face"),
        [
            (1, Role.HEADING_1, FaceRole.HEITI),
            (2, Role.HEADING_2, FaceRole.KAITI),
            (3, Role.HEADING_3, FaceRole.FANGSONG),
            (4, Role.HEADING_4, FaceRole.FANGSONG),
        ],
    )
    def test_7_3_3_headings(self, measures: Measures, level: int, role: Role, face: FaceRole) -> None:
        body = (
            BodyParagraph(heading="一、工作", heading_level=level),
            BodyParagraph("我会开展了工作。", "一、工作。", level, ("work", "first")),
        )
        roles = styled(measures, body=body)
        assert (roles[role][0].runs[0].face, roles[role][0].format.outline_level) == (face, level)
        together = roles[Role.BODY][0]
        assert [run.face for run in together.runs] == [face, FaceRole.FANGSONG]
        assert (together.text, together.place) == ("一、工作。我会开展了工作。", ("work", "first"))

    def test_line_breaks_in_a_text_make_paragraphs(self, measures: Measures) -> None:
        roles = styled(measures, body=(BodyParagraph(text="甲\r\n乙\n\n丙", place=("s", "p")),))
        assert [one.text for one in roles[Role.BODY]] == ["甲", "乙", "丙"]
        assert {one.place for one in roles[Role.BODY]} == {("s", "p")}


class TestSignature:
    @pytest.mark.parametrize("name", ["消协", "某某镇消费者协会", "某某县某某镇消费者权益保护委员会"])
    @pytest.mark.parametrize("day", [NEW_YEAR, LATE])
    def test_7_3_5_1_sealed(self, measures: Measures, name: str, day: date) -> None:
        roles = styled(measures, issuing_authorities=(name,), date_of_issue=day)
        signature, issued = roles[NAME][0], roles[DATE][0]
        assert centre(measures, signature) == centre(measures, issued)
        assert signature.format.space_before == 2 * measures.line_pitch
        right_of_date = measures.page.text_width - centre(measures, issued) - width(measures, issued) / 2
        right_of_name = (
            measures.page.text_width - centre(measures, signature) - width(measures, signature) / 2
        )
        assert right_of_name >= 0
        if em_width(name) < 12:
            assert right_of_date == pytest.approx(4 * measures.char_width, abs=measures.char_width)

    @pytest.mark.parametrize("name", ["消协", "某某镇消费者协会", "某某县某某镇消费者权益保护委员会"])
    @pytest.mark.parametrize("day", [NEW_YEAR, LATE])
    def test_7_3_5_2_unsealed(self, measures: Measures, name: str, day: date) -> None:
        roles = styled(measures, issuing_authorities=(name,), date_of_issue=day, sealed=False)
        signature, issued = roles[NAME][0], roles[DATE][0]
        two = 2 * measures.char_width
        assert issued.format.left - signature.format.left == two
        assert signature.format.space_before == measures.line_pitch
        right_of_name = measures.page.text_width - signature.format.left - width(measures, signature)
        right_of_date = measures.page.text_width - issued.format.left - width(measures, issued)
        assert two == (
            right_of_name if width(measures, signature) >= width(measures, issued) else right_of_date
        )

    def test_7_3_5_2_joint_names_stand_on_one_edge(self, measures: Measures) -> None:
        roles = styled(
            measures, issuing_authorities=("某县消费者协会", "某县局"), date_of_issue=LATE, sealed=False
        )
        assert [one.text for one in roles[NAME]] == ["某县消费者协会", "某县局"]
        assert len({one.format.left for one in roles[NAME]}) == 1

    def test_7_3_5_1_joint_names_in_rows_the_last_over_the_date(self, measures: Measures) -> None:
        names = ("某县消协", "某县司法局", "某县教育局", "某县商务局")
        roles = styled(measures, issuing_authorities=names, date_of_issue=LATE)
        assert [one.text for one in roles[NAME]] == [
            "\t某县消协\t某县司法局\t某县教育局",
            "\t某县商务局",
        ]
        assert roles[NAME][-1].format.tab_stops == roles[DATE][0].format.tab_stops
        assert roles[NAME][0].format.tab_stops[-1] == roles[DATE][0].format.tab_stops[-1]

    def test_7_3_5_1_long_joint_names_take_a_row_each(self, measures: Measures) -> None:
        names = ("某某县某某镇消费者权益保护委员会", "某某县某某镇市场监督管理委员会")
        roles = styled(measures, issuing_authorities=names, date_of_issue=LATE)
        assert [one.text for one in roles[NAME]] == [f"\t{name}" for name in names]

    @pytest.mark.parametrize(("sealed", "right"), [(True, 4), (False, 2)])
    def test_a_date_alone(self, measures: Measures, sealed: bool, right: int) -> None:
        issued = styled(measures, date_of_issue=date(2026, 3, 5), sealed=sealed)[DATE][0]
        assert (issued.text, issued.format.right) == ("2026年3月5日", right * measures.char_width)

    def test_7_3_5_5_signature_stays_with_the_text(self, measures: Measures) -> None:
        document = OfficialDocument("总结", BODY, issuing_authorities=("镇消协",), date_of_issue=LATE)
        kept = {one.role: one.keep_with_next for one in styled_paragraphs(document, measures)}
        assert kept == {Role.TITLE: False, Role.BODY: False, NAME: True, DATE: False}

    def test_7_3_5_5_a_long_last_paragraph_is_not_kept(self, measures: Measures) -> None:
        body = (BodyParagraph(text="长" * 300),)
        assert not styled(measures, body=body, date_of_issue=LATE)[Role.BODY][0].keep_with_next


class TestAnnexes:
    def test_7_3_4_one_annex(self, measures: Measures) -> None:
        note = styled(measures, annexes=(Annex("活动方案"),))[Role.ANNEX_NOTE][0]
        char = measures.char_width
        assert (note.text, note.format.left, note.format.first_line) == (
            "附件：活动方案",
            5 * char,
            -3 * char,
        )
        assert note.format.space_before == measures.line_pitch

    @pytest.mark.parametrize(("count", "name_at"), [(2, 6.5), (9, 6.5), (10, 7)])
    def test_7_3_4_names_stand_on_one_edge(self, measures: Measures, count: int, name_at: float) -> None:
        notes = styled(measures, annexes=tuple(Annex(f"名单{n}") for n in range(count)))[Role.ANNEX_NOTE]
        assert notes[0].text == "附件：1.\t名单0"
        assert notes[-1].text == f"{count}.\t名单{count - 1}"
        assert {one.format.left for one in notes} == {round(name_at * measures.char_width)}
        assert {one.format.tab_stops[0].position for one in notes} == {notes[0].format.left}
        begins = [one.format.left + one.format.first_line for one in notes]
        assert begins == [2 * measures.char_width, *[5 * measures.char_width] * (count - 1)]

    @pytest.mark.parametrize(("count", "labels"), [(1, ["附件"]), (2, ["附件1", "附件2"])])
    def test_7_3_7_on_a_new_page(self, measures: Measures, count: int, labels: list[str]) -> None:
        roles = styled(measures, annexes=(Annex("名单", BODY),) * count)
        assert [one.text for one in roles[Role.ANNEX_LABEL]] == labels
        assert all(one.page_break_before for one in roles[Role.ANNEX_LABEL])
        assert roles[Role.ANNEX_LABEL][0].format.face is FaceRole.HEITI
        assert roles[Role.ANNEX_TITLE][0].format.space_before == measures.line_pitch


class TestImprint:
    def test_7_4_2_copies_end_with_one_full_stop(self, measures: Measures) -> None:
        copies = styled(measures, imprint=Imprint(copy_to="县政府，县局。"))[Role.COPY_TO][0]
        assert (copies.text, copies.format.size) == ("抄送：县政府，县局。", 14)
        assert (copies.format.left, copies.format.first_line) == (4 * 280, -3 * 280)

    def test_7_4_3_date_ends_one_character_before_the_edge(self, measures: Measures) -> None:
        printing = styled(measures, imprint=Imprint("", "镇消协", NEW_YEAR))[Role.PRINTING_AUTHORITY][0]
        assert printing.text == "镇消协\t2026年1月8日印发"
        assert printing.format.tab_stops[0].position == measures.page.text_width - 280

    def test_an_empty_imprint_leaves_nothing(self, measures: Measures) -> None:
        assert set(styled(measures, imprint=Imprint())) == {Role.TITLE, Role.BODY}

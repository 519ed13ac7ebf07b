"""Random official documents for the layout measurements: answers of the shipped kinds, and two kinds of stress."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from xiaoxie_desktop.core.answers import (
    Amount,
    Contact,
    DateRange,
    DocumentReference,
    Items,
    Qualifier,
    Row,
    Rows,
    Value,
)
from xiaoxie_desktop.core.composing import compose
from xiaoxie_desktop.core.document_assembly import assemble
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.official_document import (
    Annex,
    BodyBlock,
    BodyParagraph,
    Chart,
    Imprint,
    Masthead,
    OfficialDocument,
    OfficialForm,
    Picture,
    Pictures,
    Table,
    TableColumn,
)
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.pages import ChartKind
from xiaoxie_desktop.core.report import AMOUNT_TYPES, LIST_TYPES, Field, FieldType
from xiaoxie_desktop.definitions.kind_names import kind_names
from xiaoxie_desktop.definitions.kinds import load_kind

WORDS = [
    "组织",
    "开展",
    "宣传",
    "咨询",
    "受理",
    "投诉",
    "调解",
    "经营者",
    "消费者",
    "商场",
    "超市",
    "农村",
    "社区",
    "学校",
    "食品",
    "药品",
    "家电",
    "计量",
    "价格",
    "合同",
    "质量",
    "安全",
    "现场",
    "活动",
    "志愿者",
    "工作人员",
    "展板",
    "手册",
    "横幅",
    "电话",
    "答复",
    "回访",
    "检查",
    "整改",
    "承诺",
    "退货",
    "维修",
    "服务",
    "满意",
    "问题",
    "措施",
    "制度",
    "培训",
    "会议",
    "协调",
    "配合",
    "部门",
    "分会",
    "联络站",
    "群众",
    "老年人",
    "学生",
    "网络",
    "预付",
    "广告",
    "虚假",
    "伪劣",
    "销毁",
    "曝光",
]
MARKS = "，，，，、、、。；："
PLACES = ("清溪镇", "白马街道", "青石河乡", "永安社区", "东风县", "南桥镇")
BODIES = ("消费者协会", "市场监督管理局", "司法局", "教育局", "人民政府办公室", "农业农村局")
PICTURE = "a grey picture of one pixel"
LATIN = (
    "APP",
    "Wi-Fi",
    "12315",
    "ISO9001",
    "3C",
    "www.315.example",
    "GB/T 9704",
    "SUV",
    "5G",
    "e-mail",
    "QR code",
)
TOUGH = (
    "“一会两站”",
    "《食品安全法》",
    "（含网络）",
    "——",
    "……",
    "50%",
    "3.15",
    "“3·15”",
    "25℃",
    "‘诚信’",
    "①",
    "1/3",
    "№5",
    "￥200",
    "【提示】",
    "〔2026〕8号",
    "～",
    "“A”、“B”",
)


class RandomDocuments:
    """Makes documents from one seed; the same seed gives the same documents."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret is made
        self._kinds = [load_kind(one.id) for one in kind_names()]
        self._made = 0

    def ordinary(self) -> OfficialDocument:
        """A report of random answers, with annexes that fill a few pages."""
        kind = self._random.choice(self._kinds)
        place = self._random.choice(PLACES)
        organization = Organization(
            "u",
            name=f"{place}消费者协会",
            self_reference="我会",
            place=place,
            printing_authority=f"{place}消协办",
        )
        answers = {field.id: self._value(field) for _, field in kind.fields()}
        given = {name: value for name, value in answers.items() if value is not None}
        draft = Draft("d", "u", kind.id, kind.version, 2026, answers=given)
        document = assemble(kind, draft, organization, compose(kind, draft, organization))
        extra = tuple(BodyParagraph(text=self.text(30, 260)) for _ in range(self._random.randrange(9)))
        return replace(document, body=(*document.body, *extra))

    def with_latin(self) -> OfficialDocument:
        """An ordinary document with a Latin word about every fifty characters."""
        return self._stressed(LATIN, 50)

    def with_marks(self) -> OfficialDocument:
        """An ordinary document with quotes, brackets, dashes and signs about every twelve characters."""
        return self._stressed(TOUGH, 12)

    def with_elements(self) -> OfficialDocument:
        """A short document with blocks, annexes and the rarer elements; forms, marks and signers take turns."""
        self._made += 1
        document = self.ordinary()
        place = self._random.choice(PLACES)
        form = _FORM_TURNS[self._made % len(_FORM_TURNS)]
        authorities = tuple(
            f"{place}{name}" for name in self._random.sample(BODIES, self._random.randint(1, 3))
        )
        annexes = tuple(
            Annex(self._words(3, 16), self._blocks(), landscape=self._random.random() < 0.4)
            for _ in range(self._random.randint(0, 2))
        )
        title = document.title or "关于工作情况的报告"
        recipients = "、".join(
            f"{place}{name}" for place in PLACES for name in self._random.choices(BODIES, k=5)
        )
        return replace(
            document,
            form=form,
            title=f"关于\n{title}" if self._made % 4 == 0 else title,
            masthead=None if form is OfficialForm.PLAIN else self._masthead(form, authorities),
            main_recipients=recipients if self._made % 5 == 0 else document.main_recipients,
            body=(*document.body[:3], *self._headings(), *self._blocks(), *document.body[3:5]),
            issuing_authorities=authorities,
            sealed=self._random.random() < 0.5,
            signature_stamps=("会长", "秘书长")[: self._random.choice((0, 0, 0, 1, 2))],
            attendance=(("出席", self._names()), ("列席", self._names()))
            if form is OfficialForm.MINUTES
            else (),
            remarks=f"联系人：{self._words(1, 2)}" if self._made % 3 else "",
            annexes=annexes,
            imprint=None if form is OfficialForm.PLAIN else self._imprint(form, place),
        )

    def _headings(self) -> tuple[BodyParagraph, ...]:
        """The four levels, each with its text behind it or alone."""
        numbers = ("一、", "（一）", "1.", "（1）")
        return tuple(
            BodyParagraph(
                self.text(20, 90) if self._random.random() < 0.5 else "",
                f"{number}{self._words(2, 5)}{'。' if level > 1 else ''}",
                level,
            )
            for level, number in enumerate(numbers, start=1)
            if self._random.random() < 0.6
        )

    def _names(self) -> str:
        return "、".join(
            self._random.choices(("张三", "李四", "欧阳四海", "王小二"), k=self._random.randint(2, 20))
        )

    def _masthead(self, form: OfficialForm, authorities: tuple[str, ...]) -> Masthead:
        if form is OfficialForm.BRIEFING:
            return Masthead(
                "消费维权简报", issue="第3期", compiler=authorities[0], compiled_on=date(2026, 3, 20)
            )
        ending = {OfficialForm.DOCUMENT: "文件", OfficialForm.MINUTES: "纪要"}.get(form, "")
        maybe = self._random.random
        return Masthead(
            authorities[0] + ending,
            f"清消协〔2026〕{self._random.randint(1, 99)}号",
            ("张三", "欧阳四海", "王五")[: (0, 1, self._random.choice((2, 3)))[self._made % 3]]
            if form is OfficialForm.DOCUMENT
            else (),
            "000012" if maybe() < 0.5 else "",
            "秘密★1年" if maybe() < 0.5 else "",
            "特急" if maybe() < 0.5 else "",
            authorities if len(authorities) > 1 and form is OfficialForm.DOCUMENT else (),
        )

    def _imprint(self, form: OfficialForm, place: str) -> Imprint:
        bodies = "，".join(
            f"{place}{name}" for name in self._random.choices(BODIES, k=self._random.randint(1, 9))
        )
        if form is OfficialForm.BRIEFING:
            return Imprint(distribution=(("报", bodies), ("送", "各成员单位"), ("发", "各分会")), copies=30)
        return Imprint(bodies, f"{place}消协办", date(2026, 3, 2))

    def _blocks(self) -> tuple[BodyBlock, ...]:
        """A block or two with text between them."""
        makers = (self._table, self._pictures, self._pictures, self._chart)
        blocks: list[BodyBlock] = []
        for maker in self._random.choices(makers, k=self._random.choice((1, 1, 2))):
            blocks += [BodyParagraph(text=self.text(20, 200)), maker()]
        return (*blocks, BodyParagraph(text=self.text(20, 200)))

    def _table(self) -> Table:
        columns = tuple(
            TableColumn(
                self._words(1, 2), self._random.choice((0, 0, 4)), figures=self._random.random() < 0.3
            )
            for _ in range(self._random.randint(2, 6))
        )
        rows = tuple(
            tuple(
                str(self._random.randint(1, 9999))
                if column.figures
                else self._words(1, self._random.choice((3, 12)))
                for column in columns
            )
            for _ in range(self._random.randint(1, 24))
        )
        if self._random.random() < 0.3:
            rows = (*rows[:4], (*rows[0][:-1], self.text(900, 1400)))
            columns = (*columns[:-1], replace(columns[-1], width=14))
        return Table(columns, rows, f"表 {self._words(2, 5)}", "单位：件")

    def _pictures(self) -> Pictures:
        per_page = self._random.choice((1, 2, 4, 6))
        count = self._random.randint(1, 6)
        pictures = (
            Picture(PICTURE, 4, self._random.randint(2, 6), f"图 {self._words(2, 5)}", self._words(1, 3))
            for _ in range(count)
        )
        return Pictures(tuple(pictures), per_page)

    def _chart(self) -> Chart:
        values = tuple(float(self._random.randint(1, 99)) for _ in range(self._random.randint(2, 7)))
        labels = tuple(self._words(1, 3) for _ in values)
        kind = self._random.choice(tuple(ChartKind))
        return Chart(
            kind, labels, values, tuple(f"{value:g}件" for value in values), f"图 {self._words(2, 4)}"
        )

    def text(self, shortest: int, longest: int) -> str:
        """Running text that ends in a full stop."""
        length, pieces = self._random.randint(shortest, longest), ""
        while len(pieces) < length:
            pieces += "".join(self._random.choices(WORDS, k=self._random.randint(2, 6)))
            if self._random.random() < 0.3:
                pieces += f"{self._random.randint(1, 9999)}{self._random.choice('件人次份家')}"
            pieces += self._random.choice(MARKS)
        return pieces[:-1] + "。"

    def _stressed(self, tokens: tuple[str, ...], every: int) -> OfficialDocument:
        document = self.ordinary()
        return replace(
            document,
            body=tuple(replace(one, text=self._sprinkled(one.text, tokens, every)) for one in document.body),
        )

    def _sprinkled(self, text: str, tokens: tuple[str, ...], every: int) -> str:
        pieces, at = [], 0
        while at < len(text):
            step = max(1, round(self._random.gauss(every, every / 4)))
            pieces += [text[at : at + step], self._random.choice(tokens)]
            at += step
        return "".join(pieces[:-1])

    def _words(self, least: int, most: int) -> str:
        return "".join(self._random.choices(WORDS, k=self._random.randint(least, most)))

    def _value(self, field: Field) -> Value | None:
        if field.type is FieldType.COMPUTED or (field.id not in _ALWAYS and self._random.random() < 0.12):
            return None
        if field.type in AMOUNT_TYPES:
            number = Decimal(self._random.choice((3, 12, 46, 460, 1260, 3200, 210000)))
            return Amount(
                number,
                field.unit or "个",
                self._random.choice((Qualifier.EXACT, Qualifier.EXACT, Qualifier.YU)),
            )
        if field.type in LIST_TYPES:
            return Items(tuple(self._words(1, 4) for _ in range(self._random.randint(1, 5))))
        return self._other(field)

    def _other(self, field: Field) -> Value | None:
        day = date(2026, 1, 1) + timedelta(days=self._random.randrange(365))
        match field.type:
            case FieldType.BOOL:
                return self._random.random() < 0.5
            case FieldType.DATE:
                return day
            case FieldType.DATE_RANGE:
                return DateRange(day, day + timedelta(days=self._random.randrange(20)))
            case FieldType.CHOICE:
                return self._random.choice(field.choices).id
            case FieldType.DOCUMENT_REFERENCE:
                return DocumentReference(
                    f"关于{self._words(2, 5)}的通知", f"青消协〔2026〕{self._random.randint(1, 99)}号"
                )
            case FieldType.CONTACT:
                return Contact("某某", "0000000")
            case FieldType.ROWS:
                return Rows(tuple(self._row(field, number) for number in range(self._random.randint(1, 5))))
            case _:
                return self._text_of(field)

    def _text_of(self, field: Field) -> str:
        match field.id:
            case "title":
                return ""
            case "document_number":
                return f"青消协〔2026〕{self._random.randint(1, 99)}号"
            case "text":
                return "\n".join(self.text(20, 240) for _ in range(self._random.randint(1, 6)))
        if field.type is FieldType.LONG_TEXT:
            return self.text(20, 160)
        return self._words(2, 6)

    def _row(self, field: Field, number: int) -> Row:
        cells = {column.id: self._value(column) for column in field.columns}
        return Row(f"r{number}", {name: cell for name, cell in cells.items() if cell is not None})


_ALWAYS = frozenset(
    {"issuing_authority", "date_of_issue", "main_recipients", "form", "sealed", "document_number"}
)
_FORM_TURNS = (
    OfficialForm.DOCUMENT,
    OfficialForm.LETTER,
    OfficialForm.DOCUMENT,
    OfficialForm.MINUTES,
    OfficialForm.PLAIN,
    OfficialForm.DOCUMENT,
    OfficialForm.BRIEFING,
)
CORPORA: dict[str, Callable[[RandomDocuments], OfficialDocument]] = {
    "ordinary": RandomDocuments.ordinary,
    "latin": RandomDocuments.with_latin,
    "punctuation": RandomDocuments.with_marks,
    "elements": RandomDocuments.with_elements,
}

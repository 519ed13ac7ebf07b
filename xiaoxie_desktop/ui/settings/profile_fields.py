"""What 单位资料 asks, as one table: the attribute of the organization, label, help, example, usual words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileField:
    """One line of the unit profile; `choices` are usual answers to pick from, any other may be typed."""

    name: str
    label: str
    help: str
    example: str = ""
    choices: tuple[str, ...] = ()


GROUPS: tuple[tuple[str, str, tuple[ProfileField, ...]], ...] = (
    ("单位资料", "先填单位全称就能用，其余用到时再填。填一次，以后每份报告都用得上。", (
        ProfileField("name", "单位全称", "印在落款处，要和公章上的一样。", "青禾县清溪镇消费者协会分会"),
        ProfileField("short_name", "简称", "文中再次提到本单位时用。", "清溪消协分会"),
        ProfileField(
            "self_reference", "文中自称", "报告里怎样称自己。", "我分会", ("我会", "我分会", "我委", "我局", "我所"),
        ),
        ProfileField("place", "工作的地方", "文中怎样称本地。", "全镇", ("全镇", "全乡", "全街道", "全县", "全区", "全市")),
        ProfileField("main_recipients", "报告送给谁", "新报告的主送机关先写上它。", "青禾县消费者协会"),
        ProfileField("phone", "联系电话", "报告里要留电话时用。", "0000-1234567"),
    )),
    ("印红头文件时用", "不印红头文件就不用填。", (
        ProfileField("authority_code", "发文代字", "发文字号里年份前面的几个字。", "清消分"),
        ProfileField("mark", "红头上的字", "空着就用单位全称加“文件”。", "青禾县清溪镇消费者协会分会文件"),
        ProfileField("signers", "签发人", "有几位时用顿号隔开。", "张三、李四"),
        ProfileField("printing_authority", "印发机关", "印在文件最后一页的下方。", "青禾县清溪镇消费者协会分会"),
    )),
)  # fmt: skip
"""The groups of the page: title, help, fields."""

SEPARATOR = "、"


def to_text(value: str | tuple[str, ...]) -> str:
    """A value of the organization as one line of text."""
    return value if isinstance(value, str) else SEPARATOR.join(value)


def from_text(name: str, text: str) -> str | tuple[str, ...]:
    """A typed line as the value of an attribute; spaces around it and empty names are dropped."""
    if name != "signers":
        return text.strip()
    for other in ("，", ",", "；", ";"):
        text = text.replace(other, SEPARATOR)
    return tuple(part.strip() for part in text.split(SEPARATOR) if part.strip())

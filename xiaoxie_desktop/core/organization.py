"""The unit that writes the reports: its names and standing facts, filled once in 设置."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organization:
    """The unit profile (单位资料). ``uid`` is permanent and travels with every draft."""

    uid: str
    name: str = ""
    """Full name, printed as 发文机关署名."""
    short_name: str = ""
    self_reference: str = ""
    """How its texts say we: 我会, 我分会, 我局."""
    place: str = ""
    """The place it works for, as its texts name it: 全镇, 清溪镇."""
    authority_code: str = ""
    """发文机关代字 without brackets: 清消分."""
    mark: str = ""
    """发文机关标志; empty = the name with 文件."""
    signers: tuple[str, ...] = ()
    main_recipients: str = ""
    printing_authority: str = ""
    phone: str = ""

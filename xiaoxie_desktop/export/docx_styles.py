"""The named styles (公文标题, 公文正文, 一级标题 …), made from the measures."""

from dataclasses import replace

from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import ParagraphFormat, Role
from xiaoxie_desktop.export.docx_elements import w
from xiaoxie_desktop.export.docx_properties import paragraph_properties, run_properties


def style_id(role: Role) -> str:
    """The identifier a paragraph names its style by."""
    return "Gongwen" + "".join(part.capitalize() for part in role.value.split("_"))


def styles(measures: Measures) -> list[BaseOxmlElement]:
    """Normal, which is the body text without its indent, and one style for each role."""
    normal = replace(measures.formats[Role.BODY], first_line=0)
    named = [
        _style(style_id(role), measures.style_names[role], style, measures)
        for role, style in _roles(measures)
    ]
    return [_normal(normal, measures), *named]


def _roles(measures: Measures) -> list[tuple[Role, ParagraphFormat]]:
    return [(role, measures.formats[role]) for role in Role]


def _normal(style: ParagraphFormat, measures: Measures) -> BaseOxmlElement:
    element = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal")
    return _with_properties(element, style, measures)


def _style(identifier: str, name: str, style: ParagraphFormat, measures: Measures) -> BaseOxmlElement:
    element = w("style", type="paragraph", customStyle=1, styleId=identifier)
    element.append(w("name", val=name))
    element.append(w("basedOn", val="Normal"))
    if style.outline_level:
        element.append(w("next", val=style_id(Role.BODY)))
    element.append(w("qFormat"))
    return _with_properties(element, style, measures)


def _with_properties(element: BaseOxmlElement, style: ParagraphFormat, measures: Measures) -> BaseOxmlElement:
    element.append(paragraph_properties(style))
    element.append(run_properties(style, measures.faces[style.face], measures.latin_face))
    return element

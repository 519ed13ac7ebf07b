"""Makes WordprocessingML elements of the kind python-docx reads, and gives paragraphs and runs their properties.

Children are written in the order of the schema; LibreOffice drops borders silently when they are not.
"""

from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_W = f"{{{nsmap['w']}}}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MAKE = parse_xml(f'<w:p xmlns:w="{nsmap["w"]}"/>').makeelement


def w(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """The element ``w:tag`` with ``w:`` attributes and children in the order given."""
    element: BaseOxmlElement = _MAKE(_W + tag, nsmap={"w": nsmap["w"]})
    for name, value in attributes.items():
        element.set(_W + name, str(value))
    element.extend(children)
    return element


def w_text(text: str) -> BaseOxmlElement:
    """``w:t`` that keeps leading and trailing spaces."""
    element = w("t")
    element.set(_XML_SPACE, "preserve")
    element.text = text
    return element

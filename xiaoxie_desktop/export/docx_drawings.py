"""Pictures and charts in a Word file: their parts, and the drawings that show them, each with an alternative text."""

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.errors import BadInput, ExportError
from xiaoxie_desktop.core.pages import ChartKind, StyledChart, StyledPicture
from xiaoxie_desktop.export.block_texts import block_rows
from xiaoxie_desktop.export.control_characters import writable
from xiaoxie_desktop.export.pictures import prepared

_EMU_PER_TWIP = 635
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Drawings:
    """Adds pictures and charts to a document; ``sources`` holds the bytes of each picture by its key."""

    def __init__(self, document: Document, sources: Mapping[str, bytes]) -> None:
        self._part, self._sources = document.part, sources
        self._made = 0

    def picture(self, picture: StyledPicture) -> BaseOxmlElement:
        """The drawing of a picture, prepared for the place it stands in.

        Raises ExportError when its bytes are missing or no good picture.
        """
        data = self._sources.get(picture.source)
        if data is None:
            raise ExportError("有一张照片找不到了，请重新添加照片。", details=picture.source)
        try:
            ready = prepared(data, widest=picture.width, tallest=picture.height)
        except BadInput as error:
            raise ExportError(f"有一张照片不能放进文件：{error}", details=error.details) from error
        relation, _ = self._part.get_or_add_image(BytesIO(ready.data))
        size = _size(picture.width, picture.height)
        content = (
            f'<pic:pic xmlns:pic="{_MAIN}/picture"><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        )
        return self._drawing(content, "picture", (picture.width, picture.height), picture.alt_text)

    def chart(self, chart: StyledChart, width: int) -> BaseOxmlElement:
        """The drawing of a chart, ``width`` twips wide; office programs draw it from its values."""
        number = sum(one.partname.startswith("/word/charts/") for one in self._part.package.parts) + 1
        part = Part(
            PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, _chart_xml(chart), self._part.package
        )
        relation = self._part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        content = f'<c:chart xmlns:c="{_MAIN}/chart" r:id="{relation}"/>'
        return self._drawing(content, "chart", (width, chart.height), chart.alt_text)

    def _drawing(self, content: str, kind: str, twips: tuple[int, int], alt_text: str) -> BaseOxmlElement:
        self._made += 1
        name, description = quoteattr(f"图 {self._made}"), quoteattr(writable(alt_text))
        drawing: BaseOxmlElement = parse_xml(
            f'<w:drawing xmlns:w="{_WORD}" xmlns:r="{_RELATIONSHIPS}" xmlns:a="{_MAIN}/main" '
            f'xmlns:wp="{_MAIN}/wordprocessingDrawing"><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {_size(*twips)}/><wp:docPr id="{self._made}" name={name} descr={description}/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_MAIN}/{kind}">{content}'
            "</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        return drawing


def _size(width: int, height: int) -> str:
    return f'cx="{width * _EMU_PER_TWIP}" cy="{height * _EMU_PER_TWIP}"'


def _chart_xml(chart: StyledChart) -> bytes:
    texts = [writable(f"{label.text} {value.text}") for label, value in block_rows(chart)]
    labels = "".join(f'<c:pt idx="{at}"><c:v>{escape(one)}</c:v></c:pt>' for at, one in enumerate(texts))
    values = "".join(f'<c:pt idx="{at}"><c:v>{one:g}</c:v></c:pt>' for at, one in enumerate(chart.values))
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/><c:spPr><a:solidFill>'
        f'<a:srgbClr val="{chart.colours[at % len(chart.colours)]}"/></a:solidFill></c:spPr></c:dPt>'
        for at in range(len(chart.values))
    )
    count = f'<c:ptCount val="{len(chart.values)}"/>'
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{points}<c:cat><c:strLit>{count}{labels}</c:strLit></c:cat>'
        f"<c:val><c:numLit>{count}{values}</c:numLit></c:val></c:ser>"
    )
    bar = chart.kind is ChartKind.BAR
    legend = "" if bar else '<c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_MAIN}/chart" xmlns:a="{_MAIN}/main" xmlns:r="{_RELATIONSHIPS}">'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"{_bar_plot(series) if bar else _pie_plot(series)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    ).encode()


def _bar_plot(series: str) -> str:
    """Horizontal bars, the first at the top."""
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="1"/>{series}'
        '<c:gapWidth val="90"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:crossAx val="1"/></c:valAx>'
    )


def _pie_plot(series: str) -> str:
    return f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>'

"""Sets pictures in frames of equal size, each over its caption, in rows that are never parted."""

from xiaoxie_desktop.core.measures import PageMeasures
from xiaoxie_desktop.core.pages import PlacedPicture, StyledPicture, StyledPictures
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.strips import Strip, StripLine


def picture_strips(block: StyledPictures, page: PageMeasures, setter: LineSetter) -> tuple[Strip, ...]:
    """One strip for each row of frames."""
    return tuple(_strip(block, row, page, setter) for row in block.rows)


def _strip(
    block: StyledPictures, row: tuple[StyledPicture, ...], page: PageMeasures, setter: LineSetter
) -> Strip:
    left = (page.text_width - block.frame_width * len(row)) // 2
    lines: list[StripLine] = []
    pictures: list[PlacedPicture] = []
    tallest = 0
    for column, picture in enumerate(row):
        x = left + column * block.frame_width
        pictures.append(_placed(picture, x, block))
        y = block.frame_height
        for line in setter.lines(picture.caption, page.left + x, block.frame_width):
            lines.append(StripLine(picture.caption.role, line, y, (block.rows.index(row), column)))
            y += line.pitch
        tallest = max(tallest, y)
    return Strip(tallest, tuple(lines), pictures=tuple(pictures))


def _placed(picture: StyledPicture, x: int, block: StyledPictures) -> PlacedPicture:
    """In the middle of its frame."""
    return PlacedPicture(
        source=picture.source,
        alt_text=picture.alt_text,
        x=x + (block.frame_width - picture.width) // 2,
        y=(block.frame_height - picture.height) // 2,
        width=picture.width,
        height=picture.height,
        paragraph=-1,
    )

"""Says from what each shipped font is made: packages, faces, names and licences."""

from __future__ import annotations

from typing import NamedTuple

FONTTOOLS = "fonttools==4.68.0"
"""Another version may order or round differently; the committed bytes are made with this one."""

VERSION = "1.000"
"""Ours, not the sources'; goes up with every change of the files."""

EPOCH = 1_704_067_200
"""Written as the date of making, 2024-01-01; the environment variable SOURCE_DATE_EPOCH goes before it."""


class Package(NamedTuple):
    """A Debian package: how it is asked for, and the sha256 of its file."""

    name: str
    version: str
    sha256: str


FANDOL = Package(
    "texlive-lang-chinese",
    "2022.20230122-1",
    "9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0",
)
NOTO = Package(
    "fonts-noto-cjk",
    "1:20220127+repack1-1",
    "4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502",
)
WENKAI = Package(
    "fonts-lxgw-wenkai",
    "1.250+repack-1",
    "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
)
UNIHAN = Package(
    "unicode-data",
    "15.0.0-1",
    "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
)
PACKAGES = (FANDOL, NOTO, WENKAI, UNIHAN)

UNIHAN_FILE = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
"""Its property kTGH numbers the 8,105 characters of 通用规范汉字表."""


RARE = (
    "㑳𠮷㐂堺峯槑巭嫑珮頔冇冚囍朩卌礐寕囧喦㵲嘦勥怹氼尛淊渢滸靑淸眞愼啓晧皥顥逹凃冺芲苼菓崬塜岃氹嶶輋峇峽"
    "嵙崗岡崈嵗𡒄㘭㘵㙟垇埧埨嵿塃汏沷漵湙濛檵嘸喼啱𠝹𦨎𥖄䦅㮚㴋䀹"
)
"""Hanzi of persons' and places' names that are neither in GB2312 nor in 通用规范汉字表."""

SYMBOLS = "\u00a0¥€–•⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㎥㎡㎎㎏㎜㎝㎞㏄㏎㏕℉℅℡㈱↖↗↘↙≒≤≥≦≧∕∟═║╳▁▂▃▄▅▆▇█▼▽◢◣◤◥☉⊕〒〝〞˙"
"""Marks beside those of GB2312."""


class Source(NamedTuple):
    """A font file inside a package; ``face`` is the family wanted where the file is a collection."""

    package: Package
    path: str
    face: str = ""


class Licence(NamedTuple):
    """What name records 0, 13 and 14 of a derived font say."""

    copyright: str
    description: str
    url: str


FANDOL_LICENCE = Licence(
    "Copyright (c) 2012-2013 the Fandol team (Clerk Ma, Jie Su). Changed by the xiaoxie_desktop authors: "
    "outlines converted, half-width and full-width metrics, new names.",
    "This font is free software: you can redistribute it and/or modify it under the terms of the GNU General Public "
    "License, version 3, as published by the Free Software Foundation. As a special exception, if you create a "
    "document which uses this font, and embed this font or unaltered portions of this font into the document, this "
    "font does not by itself cause the resulting document to be covered by the GNU General Public License. This "
    "exception does not however invalidate any other reasons why the document might be covered by the GNU General "
    "Public License. If you modify this font, you may extend this exception to your version of the font, but you are "
    "not obligated to do so. If you do not wish to do so, delete this exception statement from your version.",
    "https://www.gnu.org/licenses/gpl-3.0.html",
)
_OFL = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. This license is available with a "
    "FAQ at https://openfontlicense.org"
)
_OFL_URL = "https://openfontlicense.org"
NOTO_LICENCE = Licence(
    "Copyright 2014-2022 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'. Changed by the "
    "xiaoxie_desktop authors: outlines converted, half-width and full-width metrics, new names.",
    _OFL,
    _OFL_URL,
)
WENKAI_LICENCE = Licence(
    "Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), with Reserved Font Names '霞鹜' and 'LXGW'. "
    "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee). Changed by the "
    "xiaoxie_desktop authors: subset, full-width metrics, new names.",
    _OFL,
    _OFL_URL,
)


class Recipe(NamedTuple):
    """One shipped font: its file, its names, and where its hanzi and its Latin letters come from."""

    file: str
    english: str
    chinese: str
    source: Source
    licence: Licence
    panose: tuple[int, ...]
    latin: Source | None = None


_FANDOL_FOLDER = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
_NOTO_FOLDER = "usr/share/fonts/opentype/noto"
_SERIF_PANOSE = (2, 2, 4, 0, 0, 0, 0, 0, 0, 0)

_FANDOL_LATIN = Source(FANDOL, f"{_FANDOL_FOLDER}/FandolSong-Regular.otf")
"""Thin, with plain figures: those of FandolFang are heavier than its hanzi, 4 and 7 of FandolKai hang below the line."""

FANGSONG = Recipe(
    "XiaoxieFangsong.ttf",
    "Xiaoxie Fangsong",
    "消协仿宋",
    Source(FANDOL, f"{_FANDOL_FOLDER}/FandolFang-Regular.otf"),
    FANDOL_LICENCE,
    (2, 1, 6, 9, 6, 1, 1, 1, 1, 1),
    latin=_FANDOL_LATIN,
)
KAITI = Recipe(
    "XiaoxieKaiti.ttf",
    "Xiaoxie Kaiti",
    "消协楷体",
    Source(FANDOL, f"{_FANDOL_FOLDER}/FandolKai-Regular.otf"),
    FANDOL_LICENCE,
    (2, 1, 6, 9, 6, 1, 1, 1, 1, 1),
    latin=_FANDOL_LATIN,
)
HEITI = Recipe(
    "XiaoxieHeiti.ttf",
    "Xiaoxie Heiti",
    "消协黑体",
    Source(NOTO, f"{_NOTO_FOLDER}/NotoSansCJK-Regular.ttc", "Noto Sans CJK SC"),
    NOTO_LICENCE,
    (2, 11, 5, 0, 0, 0, 0, 0, 0, 0),
    latin=Source(NOTO, f"{_NOTO_FOLDER}/NotoSansCJK-Regular.ttc", "Noto Sans Mono CJK SC"),
)
XIAOBIAOSONG = Recipe(
    "XiaoxieXiaobiaosong.ttf",
    "Xiaoxie Xiaobiaosong",
    "消协小标宋",
    Source(NOTO, f"{_NOTO_FOLDER}/NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC"),
    NOTO_LICENCE,
    _SERIF_PANOSE,
)
SONGTI = Recipe(
    "XiaoxieSongti.ttf",
    "Xiaoxie Songti",
    "消协宋体",
    Source(NOTO, f"{_NOTO_FOLDER}/NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC"),
    NOTO_LICENCE,
    _SERIF_PANOSE,
)
FACES = (FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI)

SUPPLEMENT = Recipe(
    "XiaoxieSupplement.ttf",
    "Xiaoxie Supplement",
    "消协补字",
    Source(WENKAI, "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
    WENKAI_LICENCE,
    (2, 1, 6, 9, 6, 1, 1, 1, 1, 1),
)
"""Holds what one of the faces lacks, chosen per character: no file mixes outlines of two licences."""

"""Remembers in window.ini whether the preview is folded and how large its pages are."""

from pathlib import Path

from PySide6.QtCore import QSettings

from xiaoxie_desktop.ui.preview.page_places import Fit, Zoom

_FOLDED, _FIT, _FACTOR = "preview/folded", "preview/fit", "preview/factor"


class PreviewMemory:
    """What the user chose last; without a directory it is forgotten with the window."""

    def __init__(self, directory: Path | None = None) -> None:
        self._own: dict[str, str] = {}
        self._settings = (
            QSettings(str(directory / "window.ini"), QSettings.Format.IniFormat) if directory else None
        )

    @property
    def folded(self) -> bool:
        """Whether the preview was folded by hand in a wide window."""
        return self._text(_FOLDED) == "yes"

    @folded.setter
    def folded(self, folded: bool) -> None:
        self._keep(_FOLDED, "yes" if folded else "no")

    @property
    def zoom(self) -> Zoom:
        """The size of the pages."""
        fits = {fit.name: fit for fit in Fit}
        try:
            factor = float(self._text(_FACTOR) or 1)
        except ValueError:
            factor = 1.0
        return Zoom(fits.get(self._text(_FIT), Fit.PAGE), factor)

    @zoom.setter
    def zoom(self, zoom: Zoom) -> None:
        self._keep(_FIT, zoom.fit.name)
        self._keep(_FACTOR, f"{zoom.factor:g}")

    def _text(self, key: str) -> str:
        if self._settings is None:
            return self._own.get(key, "")
        return str(self._settings.value(key, ""))

    def _keep(self, key: str, text: str) -> None:
        self._own[key] = text
        if self._settings is not None:
            self._settings.setValue(key, text)

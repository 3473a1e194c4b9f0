"""Qt's own words (file dialogs, standard buttons) in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


class QtWords:
    """Holds Qt's translation of the language spoken now; English is Qt's own and needs none."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._spoken: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Takes the words of this language; a language that Qt does not have leaves Qt in English."""
        if self._spoken is not None:
            self._app.removeTranslator(self._spoken)
            self._spoken = None
        if language == "en":
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        words = QTranslator()
        if words.load(f"qtbase_{language}", folder):
            self._app.installTranslator(words)
            self._spoken = words

"""Lessons: their files, a run from top to bottom, the one form in which they are kept, and saving from JupyterLab."""

from kit.notebooks.files import NOTEBOOKS, LessonError, Metadata, lessons, metadata, read, write
from kit.notebooks.normalizing import format_lesson, is_formatted, normalize, without_views
from kit.notebooks.running import run
from kit.notebooks.saving import before_save

__all__ = [
    "NOTEBOOKS", "LessonError", "Metadata", "before_save", "format_lesson", "is_formatted", "lessons", "metadata",
    "normalize", "read", "run", "without_views", "write",
]  # fmt: skip

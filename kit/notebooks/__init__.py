"""Lessons: their files, a run from top to bottom, the one form in which they are kept, and saving from JupyterLab."""

from kit.notebooks.cells import ASKING, asks, holds_answers, kit_calls, kit_names, tags_of, tree_of
from kit.notebooks.files import NOTEBOOKS, LessonError, Metadata, lessons, metadata, read, write
from kit.notebooks.normalizing import format_lesson, is_formatted, normalize, without_views
from kit.notebooks.running import run
from kit.notebooks.saving import before_save
from kit.notebooks.sealing import seal, sealed, unseal

__all__ = [
    "ASKING", "NOTEBOOKS", "LessonError", "Metadata", "asks", "before_save", "format_lesson", "holds_answers",
    "is_formatted", "kit_calls", "kit_names", "lessons", "metadata", "normalize", "read", "run", "seal", "sealed",
    "tags_of", "tree_of", "unseal", "without_views", "write",
]  # fmt: skip

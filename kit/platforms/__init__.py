"""Each lesson's questions for learning platforms: GIFT and XML for Moodle, QTI for Canvas."""

from kit.platforms.exporting import export_quizzes, questions

__all__ = ["export_quizzes", "questions"]

"""Property tests of models without a deadline: the first call of a model loads a part of scipy."""

from hypothesis import settings

settings.register_profile("models", deadline=None)
settings.load_profile("models")

"""Invented words, a few of them in every tenth event and most of them rare, as in any language."""

from __future__ import annotations

import numpy as np

VOCABULARY = 40_000  # words a language has here
_OPENINGS = {
    "en": "b br c ch cl d dr f g gr h j k l m n p pl r s sh st t tr v w",
    "vi": "b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x",
}
_RHYMES = {
    "en": "a al an ar e ed el en er ing i in ion is it o on or ow u un ure y",
    "vi": "a à ác ại ăn ất ấu âm ang ảnh ào e én ết ệnh i ình o ó ong ọc ồ ông ơi ươn ường u ùng ứng y yên",
}


class Words:
    """Sentences of one language."""

    def __init__(self, language: str, seed: int = 7) -> None:
        self._random = np.random.default_rng(seed)
        openings, rhymes = _OPENINGS[language].split(), _RHYMES[language].split()
        syllables = [opening + rhyme for opening in openings for rhyme in rhymes]
        self._random.shuffle(syllables)
        made = dict.fromkeys(syllables)
        joint = " " if language == "vi" else ""
        while len(made) < VOCABULARY:
            first, second = self._random.integers(0, len(syllables), 2)
            made[syllables[first] + joint + syllables[second]] = None
        self._words = list(made)
        weights = 1 / (np.arange(VOCABULARY) + 40.0)
        self._cumulated = np.cumsum(weights / weights.sum())
        self._cumulated[-1] = 1.0

    def sentences(self, count: int, length: int) -> list[str]:
        """`count` strings of `length` words."""
        picked = np.searchsorted(self._cumulated, self._random.random((count, length)))
        words = self._words
        return [" ".join([words[at] for at in row]) for row in picked.tolist()]

    def ranked(self, ranks: slice) -> list[str]:
        """The words at these ranks, the most frequent first."""
        return self._words[ranks]

    def names(self, count: int) -> list[str]:
        """`count` names that differ, of two or three words."""
        made: dict[str, None] = {}
        while len(made) < count:
            parts = self._random.integers(0, 2_000, 3)
            name = " ".join(self._words[part].title() for part in parts[: 2 + int(parts[0] % 2)])
            made[name] = None
        return list(made)

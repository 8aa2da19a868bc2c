"""What is known of languages, pure: telling them apart, stems, compounds, spellings, Chinese characters.

Keys made of it are kept in the index: changing what any of it returns needs a migration that makes them anew.
"""

from indexer.languages.detect import FUNCTION_WORDS, language_of
from indexer.languages.spelling import lower, plain, spellings
from indexer.languages.stems import COMPOUNDING, LANGUAGES, LEAST_PART, LINKS, divisions, head, stem

__all__ = [
    "COMPOUNDING", "FUNCTION_WORDS", "LANGUAGES", "LEAST_PART", "LINKS", "divisions", "head", "language_of", "lower",
    "plain", "spellings", "stem",
]

"""Dates in other languages than English."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text

TEXTS = [
    ("de", "Der Kaiser starb am 21. November 1916 und wurde im Dezember beigesetzt.", ["1916-11-21", "1916-12"]),
    ("fr", "Le roi fut tué le 29 juillet 1900 dans la ville et il fut pleuré en août.", ["1900-07-29", "1900-08"]),
    ("es", "La guerra empezó el 18 de julio de 1936 en el sur y se extendió por la costa.", ["1936-07-18"]),
    ("it", "Il re fu ucciso il 29 luglio 1900 nella città di Monza con un colpo.", ["1900-07-29"]),
    ("ru", "Поэт родился 6 июня 1799 года и погиб в феврале 1837 года на дуэли.", ["1799-06-06", "1837-02"]),
]


@pytest.mark.parametrize(("language", "text", "values"), TEXTS)
def test_month_names_are_read_in_the_language_found(language: str, text: str, values: list[str]) -> None:
    """The language is told by its stop words, or given."""
    detected = [c.value for c in read_text(text)]
    given = [c.value for c in read_text(text, language=language)]

    assert values == detected
    assert values == given


def test_each_section_has_its_own_language() -> None:
    """A quotation in German does not turn the English sections German."""
    text = (
        "English part\n\nThe king died on 3 May 1815 in the town and was buried.\n\n"
        "Deutscher Teil\n\nDer König starb am 3. Mai 1815 in der Stadt und wurde mit dem Heer begraben."
    )

    assert ["1815-05-03", "1815-05-03"] == [c.value for c in read_text(text)]

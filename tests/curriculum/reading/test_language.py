"""English, or not."""

from __future__ import annotations

import pytest

from curriculum.reading import language

PANGRAM = "The harbour office said that it will keep the old pier until the new one is ready. "


@pytest.mark.parametrize(
    "text",
    ["", "Ferry returns", "Café reopens", "“Never again”", PANGRAM, PANGRAM * 20, PANGRAM.upper()],
)
def test_english(text: str) -> None:
    assert language.of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Das Hafenamt sagte, dass der alte Steg bleibt, bis der neue fertig ist und öffnet.",
        "Le bureau du port a dit que la vieille jetée restera en place pour les pêcheurs.",
        "La oficina del puerto dijo que el viejo muelle seguirá en su sitio hasta la primavera.",
        "Urząd portowy powiedział, że stare molo pozostanie na miejscu aż nowe będzie gotowe.",
        "Портовое управление сообщило, что старый причал останется.",
        "港务局表示旧码头将保留到新码头建成为止。",
        "قال مكتب الميناء إن الرصيف القديم سيبقى حتى يصبح الجديد جاهزا.",
    ],
)
def test_other_languages(text: str) -> None:
    assert language.of(text) == "other"
    assert language.of((text + " ") * 10) == "other"

"""Numbered quarters without streets, from Minsk to Tashkent: `мкр. Аксай-4, д. 25, кв. 17`."""

from postwright.corpus.compose.cyrillic import romanise
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.segments import Segment

_SCALE = {"KZ": 2.0, "KG": 2.0, "UZ": 1.5, "TJ": 1.5, "TM": 1.0, "RU": 0.35, "BY": 0.35, "UA": 0.3}
_WORDS = listed(
    "мкр. {m}-{s}|мкр. {m}|мкр {m}|микрорайон {m}|мкр. {s}|мкр {s}|{s} мкр|{s} мкр.|{s}-й мкр|"
    "{s}-й микрорайон|микрорайон {s}|мкр-н {m}|м-н {m}|{s} микрорайон|мкрн {m}|ж/м {m}|мкр-н {s}"
)
_QUARTERS = listed("квартал {s}|кв-л {s}|{s} квартал|массив {m}|жилмассив {m}|махалля {m}")
_LATIN = listed(
    "{s} microdistrict|microdistrict {s}|mkr. {m}|{m} microdistrict|mikrorayon {s}|mkr {s}|"
    "{m}-{s} microdistrict|microdistrict {m}|mkr-n {m}|{s}th microdistrict"
)
_NAMES = listed(
    "Аксай|Самал|Орбита|Жетысу|Мамыр|Северный|Южный|Восточный|Западный|Центральный|Солнечный|"
    "Юбилейный|Молодёжный|Степной|Заречный|Нурсат|Таугуль|Коктем|Думан|Джал|Асанбай|Кок-Жар|"
    "Учтепа|Чиланзар|Юнусабад|Горский|Родники|Авиационный|Дружба|Спутник|Новый|Лесной"
)
_HOUSES = listed("д. {}|д {}|дом {}|{}|{}|д.{}")
_HOUSES_LATIN = listed("{}|{}|house {}|bldg {}|d. {}")
_FLATS = listed("кв. {}|кв {}|кв.{}|офис {}")
_FLATS_LATIN = listed("apt. {}|apt {}|kv. {}|flat {}")


def settle_microdistrict(draft: Draft) -> bool:
    """Take the street out and a microdistrict in.

    Returns:
        Whether the row has one.
    """
    country, fields = draft.kit.country, draft.fields
    if country not in _SCALE or not fields.get("locality") or draft.template is not None:
        return False
    if not draft.hit("microdistrict", _SCALE[country]):
        return False
    words = _QUARTERS if country in ("UZ", "TJ") and draft.roll() < 0.5 else _WORDS
    text = draft.pick(_LATIN if draft.latin else words)
    name = draft.pick(_NAMES)
    text = text.replace("{m}", romanise(name) if draft.latin else name)
    fields["dependent_locality"] = text.replace("{s}", str(1 + draft.below(25)))
    fields.pop("street", None)
    return True


def microdistrict_segments(draft: Draft) -> list[Segment]:
    """The quarter with its house and, mostly, its flat."""
    quarter = draft.fields.get("dependent_locality", "")
    houses, flats = (_HOUSES_LATIN, _FLATS_LATIN) if draft.latin else (_HOUSES, _FLATS)
    gap: Segment = (", " if draft.roll() < 0.75 or quarter[-1:].isdigit() else " ", None)
    number = str(1 + int(draft.roll() ** 2 * 180))
    if draft.roll() < 0.12:
        number += draft.pick("абвАБВ") if not draft.latin else draft.pick("abAB")
    out: list[Segment] = [(quarter, "dependent_locality"), gap]
    out.append((draft.pick(houses).format(number), "house_number"))
    if draft.roll() < 0.5:
        flat = draft.pick(flats).format(1 + int(draft.roll() ** 2 * 180))
        out += [(", " if draft.roll() < 0.8 else " ", None), (flat, "unit")]
    return out

"""What stands around an address and is none: labels, phone numbers, order numbers, marks."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import surname
from postwright.corpus.compose.noise_words import LABELS, NOTES, ORDERS, PHONE_WORDS
from postwright.corpus.compose.segments import Segment

_POSTCODE_LABELS = {
    "pt": listed("CEP |CEP: |CEP.: |Cep "),
    "tr": ("PK: ", "Posta Kodu: "),
    "id": listed("Kode Pos |Kode Pos: "),
    "es": listed("C.P. |CP |C.P.: |CP: |Código Postal "),
    "it": listed("CAP |C.A.P. |cap "),
    "de": ("PLZ ", "PLZ: "),
    "fr": listed("CP |Code postal |CP : "),
    "nl": ("Postcode ",),
    "pl": ("kod pocztowy ", "kod: "),
    "ru": ("индекс ", "инд. ", "Индекс: "),
    "th": ("รหัสไปรษณีย์ ",),
    "ar": ("الرمز البريدي ", "الرمز البريدي: "),
    "el": ("Τ.Κ. ", "ΤΚ ", "ΤΚ: "),
    "he": ("מיקוד ", "מיקוד: "),
    "fa": ("کد پستی ", "کدپستی: "),
    "ro": ("cod poștal ", "CP "),
}
_ENGLISH_POSTCODE_LABELS = {
    "US": listed("ZIP |Zip |ZIP Code |Zip: |zip code: |zip "),
    "IN": listed("PIN |Pin |PIN: |Pin Code |PIN - |Pincode |PIN CODE "),
    "IE": ("Eircode ", "Eircode: "),
}
_BULLETS = listed("- |* |• |1. |2) |> |# |· |a) ")
_EMOJI = listed("📍|🏠|📬|📦|🏢")
_QUOTES = (('"', '"'), ("'", "'"), ("«", "»"), ("“", "”"), ('"', '"'))
_BRACKETS = (("(", ")"), ("[", "]"), ("<", ">"))
_TAILS = listed(".|.|,|;|!|...| -| .|,,|?")


def surround(draft: Draft, body: list[Segment]) -> list[Segment]:
    """Put noise before and after the address."""
    lead: list[Segment] = []
    tail: list[Segment] = []
    if draft.hit("label"):
        lead.append((_label(draft), None))
    if draft.hit("order_number"):
        lead.insert(0, (_order(draft), None))
    if draft.hit("phone"):
        if draft.roll() < 0.15:
            lead.insert(0, (_phone(draft) + draft.pick((" / ", ", ", " - ", "\n", " | ")), None))
        else:
            tail.append((draft.pick((" ", ", ", " ", " - ", "\n", ". ")) + _phone(draft), None))
    if draft.hit("email"):
        tail.append((_email(draft), None))
    if draft.hit("note"):
        tail.append((_note(draft), None))
    if draft.hit("trailing_punctuation"):
        tail.append((draft.pick(_TAILS), None))
    return _wrapped(draft, [*lead, *body, *tail])


def postcode_label(draft: Draft) -> str:
    """The word for a postcode, which is none of it: `CEP `, `PIN - `."""
    own = _POSTCODE_LABELS.get(draft.language) or _ENGLISH_POSTCODE_LABELS.get(draft.kit.country)
    return draft.pick(own or ("Postcode ", "postcode: ", "Postal Code ", "P.C. ", "PC "))


def _wrapped(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """Quotes, brackets, a bullet or an emoji around the whole."""
    for form, pairs in (("quotes", _QUOTES), ("brackets", _BRACKETS)):
        if draft.hit(form):
            left, right = pairs[draft.below(len(pairs))]
            segments = [(left, None), *segments, (right, None)]
    if draft.hit("bullet"):
        segments = [(draft.pick(_BULLETS), None), *segments]
    if draft.hit("emoji"):
        segments = [(draft.pick(_EMOJI) + " ", None), *segments]
    return segments


def _digits(draft: Draft, count: int) -> str:
    """That many random digits."""
    return "".join(str(draft.below(10)) for _ in range(count))


def _label(draft: Draft) -> str:
    """What announces an address, in any case: `Ship to: `, or on a line of its own."""
    text = draft.pick(LABELS.get(draft.language, LABELS["en"]))
    roll = draft.roll()
    if roll < 0.08:
        return text.rstrip() + "\n"
    return text.upper() if roll < 0.16 else text


def _note(draft: Draft) -> str:
    """A remark behind the address, its digits at random: `(buzz code 0412)`, ` - ring twice`."""
    text = draft.pick(NOTES.get(draft.language, NOTES["en"]))
    text = text.replace("{p}", surname(draft)) if "{p}" in text else text
    text = "".join(str(draft.below(10)) if char.isdigit() else char for char in text)
    roll = draft.roll()
    if roll < 0.4:
        return f" ({text})"
    return draft.pick((", ", " - ", " ", "; ", "\n", " / ")) + text


def _phone(draft: Draft) -> str:
    """A telephone number, mostly with its word."""
    word = draft.pick(PHONE_WORDS.get(draft.language, PHONE_WORDS["en"]))
    number = _phone_number(draft)
    roll = draft.roll()
    if roll < 0.2:
        return number
    return f"({word}{number})" if roll < 0.27 else word + number


def _phone_number(draft: Draft) -> str:
    """The digits of a telephone number as the country groups them."""
    if draft.kit.country in ("US", "CA"):
        area, mid, end = _digits(draft, 3), _digits(draft, 3), _digits(draft, 4)
        return draft.pick(
            (
                f"({area}) {mid}-{end}",
                f"{area}-{mid}-{end}",
                f"{area}.{mid}.{end}",
                f"+1 {area} {mid} {end}",
                f"{area}{mid}{end}",
            )
        )
    pairs = " ".join(_digits(draft, 2) for _ in range(4))
    return draft.pick(
        (
            f"0{1 + draft.below(9)} {pairs}",
            f"+{10 + draft.below(89)} {pairs}",
            f"0{_digits(draft, 2)}/{_digits(draft, 6)}",
            f"{_digits(draft, 3)} {_digits(draft, 3)} {_digits(draft, 3)}",
            f"+{10 + draft.below(89)} {draft.below(10)} {_digits(draft, 4)} {_digits(draft, 4)}",
            f"0{_digits(draft, 2)} {_digits(draft, 4)} {_digits(draft, 4)}",
            f"{_digits(draft, 2)} {_digits(draft, 4)}-{_digits(draft, 4)}",
            f"0{_digits(draft, 2)}-{_digits(draft, 7)}",
        )
    )


def _email(draft: Draft) -> str:
    """An e-mail address or a web site."""
    name = surname(draft).replace(" ", "").replace("'", "").replace("’", "").lower()
    end = draft.pick((".com", ".com", ".org", ".net", ".example", ".co", ".eu"))
    if draft.kit.country and draft.roll() < 0.4:
        end = "." + draft.kit.country.lower()
    return draft.pick((", ", " ", "; ", " - ", "\n")) + draft.pick(
        (
            f"info@{name}{end}",
            f"{name}@example{end}",
            f"www.{name}{end}",
            f"contact@{name}{end}",
            f"https://{name}{end}/",
            f"e-mail: office@{name}{end}",
            f"{name}{end}",
        )
    )


def _order(draft: Draft) -> str:
    """An order or invoice number."""
    text = draft.pick(ORDERS.get(draft.language, ORDERS["en"]))
    number = _digits(draft, 4 + draft.below(5))
    return text.replace("{n}", number).replace("{d}", str(1 + draft.below(9)))

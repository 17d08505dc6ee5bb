"""What stands around an address and is none: labels, phone numbers, order numbers, marks."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import surname
from postwright.corpus.compose.segments import Segment

_LABELS = {
    "en": listed(
        "Address: |Ship to: |Ship to |ADDRESS: |Address - |Deliver to: |Location: |"
        "Mailing address: |Bill to: |addr: |Send to: |Our address is |Find us at |Home: |"
        "located at "
    ),
    "fr": listed("Adresse : |Adresse: |Livraison : |Siège social : |Adr. : |Expédier à : "),
    "de": listed("Adresse: |Anschrift: |Lieferadresse: |Standort: "),
    "es": listed("Dirección: |Domicilio: |Dir.: |Enviar a: "),
    "it": ("Indirizzo: ", "Sede: ", "Ind. "),
    "pt": ("Endereço: ", "Morada: ", "End.: "),
    "nl": ("Adres: ", "Bezorgadres: "),
    "pl": ("Adres: ", "adres: "),
    "ru": ("Адрес: ", "адрес: "),
}
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
        lead.append((draft.pick(_LABELS.get(draft.language, _LABELS["en"])), None))
    if draft.hit("order_number"):
        lead.insert(0, (_order(draft), None))
    if draft.hit("phone"):
        tail.append((_phone(draft), None))
    if draft.hit("email"):
        tail.append((_email(draft), None))
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


def _phone(draft: Draft) -> str:
    """A telephone number with or without its word."""
    word = draft.pick(
        (" Tel. ", ", Tel: ", " Phone: ", " ", ", ", " tel ", " - ", " T: ", " Fax: ")
    )
    if draft.kit.country in ("US", "CA"):
        area, mid, end = _digits(draft, 3), _digits(draft, 3), _digits(draft, 4)
        return word + draft.pick(
            (
                f"({area}) {mid}-{end}",
                f"{area}-{mid}-{end}",
                f"{area}.{mid}.{end}",
                f"+1 {area} {mid} {end}",
            )
        )
    pairs = " ".join(_digits(draft, 2) for _ in range(4))
    return word + draft.pick(
        (
            f"0{1 + draft.below(9)} {pairs}",
            f"+{10 + draft.below(89)} {pairs}",
            f"0{_digits(draft, 2)}/{_digits(draft, 6)}",
        )
    )


def _email(draft: Draft) -> str:
    """An e-mail address or a web site."""
    name = surname(draft).replace(" ", "").replace("'", "").lower()
    return draft.pick((", ", " ", "; ")) + draft.pick(
        (f"info@{name}.com", f"{name}@example.org", f"www.{name}.com")
    )


def _order(draft: Draft) -> str:
    """An order or invoice number."""
    number = _digits(draft, 4 + draft.below(4))
    return draft.pick(
        (
            f"Order #{number}: ",
            f"Order {number} - ",
            f"Invoice no. {number}, ",
            f"Ref. {number}: ",
            f"ID {number}; ",
        )
    )

"""Mail: post-office boxes, CEDEX, military post."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.inner_parts import filled
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import surname

_BOXES = {
    "en": listed(
        "P.O. Box {n}|PO Box {n}|PO Box {n}|PO BOX {n}|P O Box {n}|POB {n}|P.O. BOX {n}|"
        "Box {n}|Post Office Box {n}|P.O.Box {n}|PO Box #{n}|Po Box {n}|PMB {n}|"
        "P. O. Box {n}|PO Box {n}-{l}|P.O Box {n}|P.O. Box No. {n}|PO Box No {n}|PO. Box {n}|"
        "P O Box No. {n}|Private Bag {n}|Private Bag X{n}|GPO Box {n}|G.P.O. Box {n}|"
        "Locked Bag {n}|Post Box {n}|Post Box No. {n}|PO Drawer {n}|Drawer {n}|POBox {n}|"
        "PO Box {l}{n}|P.O. Box {n}, Station {l}|Post Office Drawer {n}|P.O. Drawer {n}|"
        "Lockbox {n}|Lock Box {n}|P O Box {n}-{n}|PO Box {n} {n}|P.O.B. {n}|P/O Box {n}|"
        "p.o box {n}|PO Bx {n}|P.O.BOX {n}|PO BOX#{n}|P.O.Box #{n}|POBOX {n}|POB #{n}|"
        "Post Office Box No. {n}|PMB #{n}|PMB No. {n}|Caller Box {n}|P.O. Bag {n}|CMB {n}"
    ),
    "us_rural": listed(
        "RR {s} Box {n}|HC {s} Box {n}|RR {s}, Box {n}|R.R. {s} Box {n}|HC {s} BOX {n}{l}|"
        "Rural Route {s} Box {n}|PSC {s} Box {n}|PMB {n}|RR {s} Box {n}{l}|HCR {s} Box {n}|"
        "RT {s} BOX {n}|Rt {s} Box {n}|Route {s} Box {n}|Rt # {s} Box {n}|Rt. {s}, Box {n}|"
        "Route {s}, Box {n}{l}|RR #{s} Box {n}|R.D. {s} Box {n}|RD {s} Box {n}|Star Route Box {n}|"
        "RFD {s} Box {n}|RR{s} Box {n}|Rural Route {s}, Box {n}|HC{s} Box {n}|Lockbox # {n}|"
        "Highway Contract {s} Box {n}|Rte {s} Box {n}|Box # {n}|Star Rt {s} Box {n}"
    ),
    "fr": listed(
        "BP {n}|B.P. {n}|BP {s}|Boîte postale {n}|BP n° {s}|CS {n}|BP{n}|TSA {n}|CS {n}{n}|"
        "BP N° {n}|C.S. {n}|Boite Postale {n}|B.P.{n}|CP {n}|Case postale {n}|bp {n}|CS {s}0{n}|"
        "BP: {n}|B P {n}|bp{n}|TSA {n}{n}|CS{n}|cs {n}"
    ),
    "de": listed(
        "Postfach {n}|Postfach {s} {s} {s}|PF {n}|Postfach 10 0{s}|Postf. {n}|Postfach {n} {s}|"
        "Postfach Nr. {n}|Pf. {n}|Postfach {n}|postfach {n}"
    ),
    "es": listed(
        "Apartado {n}|Apartado de Correos {n}|Apdo. {n}|Casilla {n}|Apdo. Postal {n}|"
        "Apartado Postal {n}|Apdo {n}|Casilla de Correo {n}|A.P. {n}"
    ),
    "it": listed("Casella Postale {n}|C.P. {n}|CP {n}|Cas. Post. {n}"),
    "pt": listed("Caixa Postal {n}|Apartado {n}|C.P. {n}|CP {n}|Cx. Postal {n}"),
    "nl": listed("Postbus {n}|Postbus {n}|postbus {n}|Antwoordnummer {n}"),
    "pl": ("Skrytka pocztowa {n}", "skr. poczt. {n}", "skr. pocztowa {s}"),
    "ru": ("а/я {n}", "А/Я {n}", "абонентский ящик {n}"),
    "uk": ("а/с {n}", "А/С {n}"),
    "tr": ("P.K. {n}", "PK {n}", "Posta Kutusu {n}"),
    "cs": ("P.O. BOX {n}", "p. p. {s}", "poštovní přihrádka {n}"),
    "hu": ("Pf. {n}", "Pf.: {s}", "Postafiók {n}"),
    "ro": ("C.P. {n}", "OP {s} CP {s}", "Căsuța poștală {n}"),
    "sv": ("Box {n}", "Box {n}", "Postbox {n}"),
    "da": ("Postboks {n}", "Postbox {n}", "Boks {n}"),
    "nb": ("Postboks {n}", "Pb. {n}", "Boks {n}"),
    "fi": ("PL {n}", "PL {s}", "P.O. Box {n}"),
    "el": ("Τ.Θ. {n}", "ΤΘ {n}"),
    "ar": ("ص.ب {n}", "P.O. Box {n}", "PO Box {n}"),
    "ja": ("私書箱{n}号",),
    "he": listed('ת.ד. {n}|ת.ד {n}|ת״ד {n}|תיבת דואר {n}|ת"ד {n}'),
    "fa": listed("صندوق پستی {n}|ص.پ {n}|ص. پ. {n}"),
    "th": listed("ตู้ ปณ. {n}|ตู้ ป.ณ. {n}|ปณ. {n}|P.O. Box {n}"),
    "bg": listed("п.к. {n}|ПК {n}|п. к. {s}|Пощенска кутия {n}"),
    "hr": listed("p.p. {n}|pp {n}|Poštanski pretinac {n}|P.P. {s}|poštanski fah {n}"),
    "sl": ("p.p. {n}", "Poštni predal {n}", "p. p. {n}"),
    "sk": ("P.O. BOX {n}", "P. O. Box {n}", "poštový priečinok {n}"),
    "mk": ("п.ф. {n}", "П. фах {n}"),
    "sq": ("Kutia Postare {n}", "K.P. {n}", "P.O. Box {n}"),
    "lt": ("a/d {n}", "A. d. {n}", "P.d. {n}"),
    "lv": ("a/k {n}", "p.k. {n}", "Pastkaste {n}"),
    "et": ("pk {n}", "Postkast {n}", "PK {n}"),
    "is": ("Pósthólf {n}", "pósthólf {n}"),
    "id": listed("Kotak Pos {n}|PO BOX {n}|Tromol Pos {n}|Kotakpos {n}"),
    "ms": listed("Peti Surat {n}|P.O. Box {n}|PO Box {n}|Beg Berkunci {n}"),
    "vi": ("Hòm thư {n}", "Hộp thư {n}", "PO Box {n}"),
    "ka": ("ა/ყ {n}", "P.O. Box {n}"),
    "az": ("a/q {n}", "P.O. Box {n}", "Poçt qutusu {n}"),
    "ca": ("Apartat {n}", "Apt. de correus {n}"),
    "hi": ("पोस्ट बॉक्स {n}", "डाक पेटी {n}"),
}


_BOX_UNITS = listed(
    "Dept {n}|File {n}|MS {n}|Mail Stop {n}|Dept. {n}|File #{n}|Suite {n}|MS {s}-{n}|"
    "Mail Code {n}|Mailstop {l}{n}|Room {n}|M/S {n}|Department {n}|Dept {l}|DEPT {n}|Unit {n}"
)


_GENERAL_DELIVERY = {
    "en": listed(
        "General Delivery|General Delivery|GENERAL DELIVERY|Gen Delivery|Gen. Del.|Gen Del|"
        "Poste Restante|general delivery"
    ),
    "fr": listed("Poste restante|Poste Restante|POSTE RESTANTE|poste restante"),
    "de": listed("postlagernd|Postlagernd|POSTLAGERND"),
    "es": listed("Lista de Correos|Lista de correos|Entrega General|Poste Restante"),
    "it": listed("Fermo Posta|fermo posta|Fermoposta|FERMO POSTA"),
    "pt": listed("Posta-Restante|Posta Restante|posta restante"),
}


def general_delivery(draft: Draft) -> str:
    """`General Delivery`, `Poste restante`: mail that waits at the post office, outside spans."""
    return draft.pick(_GENERAL_DELIVERY.get(draft.language, ("Poste restante", "Poste Restante")))


def write_box(draft: Draft) -> str:
    """A post-office box in the country's language."""
    language = draft.language
    table = _BOXES.get(language, _BOXES["en"])
    if draft.kit.country in ("US", "CA") and draft.roll() < 0.2:
        table = _BOXES["us_rural"]
    return filled(draft, draft.pick(table))


def write_box_unit(draft: Draft) -> str:
    """What large receivers of mail write beside their box: `Dept 472`, `File 30580`."""
    return filled(draft, draft.pick(_BOX_UNITS))


def write_cedex(draft: Draft) -> str:
    """`CEDEX`, `Cedex 08`, `CEDEX 9`."""
    word = draft.pick(("CEDEX", "Cedex", "CEDEX", "cedex", "CEDEX", "Cédex"))
    roll = draft.roll()
    if roll < 0.35:
        return word
    number = 1 + draft.below(20)
    return f"{word} {number:02d}" if roll < 0.7 else f"{word} {number}"


def make_military(draft: Draft) -> None:
    """Turn the fields into an army, fleet or diplomatic post address."""
    kind, region, zone = draft.pick(
        ("APO AE 09", "APO AP 96", "FPO AP 96", "FPO AE 09", "DPO AE 09", "APO AA 34")
    ).split()
    tail = f"{draft.below(1000):03d}"
    number, box = 1 + draft.below(4000), 1 + draft.below(9999)
    leader = draft.pick(("PSC", "Unit", "CMR", "PSC"))
    draft.fields = {
        "po_box": f"{leader} {number}{draft.pick((' Box ', ', Box ', ' BOX '))}{box}",
        "locality": kind,
        "region": region,
        "postcode": f"{zone}{tail}",
    }
    if kind == "FPO" and draft.roll() < 0.3:
        draft.fields["venue"] = f"USS {surname(draft)}"
        if draft.roll() < 0.6:
            del draft.fields["po_box"]

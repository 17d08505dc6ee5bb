"""Who mail is for, behind a marker: `c/o Jane Doe`, `z. Hd. Buchhaltung`, `C/- Elm Lettings`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import person
from postwright.corpus.compose.venues import write_venue

_MARKERS = {
    "en": listed(
        "c/o {r}|C/O {r}|Attn: {r}|Attn: {d}|ATTN {r}|Attention: {d}|Attn {r}|c/o {r}|c/o {r}|"
        "Attn. {p}|ATTN: {d}|Care of {r}|In care of {r}|Attention {r}|c/o: {r}|C/o {r}|"
        "FAO {r}|fao {d}|F.A.O. {r}|For the attention of {r}|attn {d}|ATTENTION: {r}|Attn: {p}|"
        "ATT: {r}|Att: {d}|Att {p}|% {p}|C/O: {p}|ATTN: {p}|c/- {r}|C/- {r}|Attn: {p}, {d}"
    ),
    "fr": listed(
        "à l'attention de {r}|A l'attention de {r}|c/o {r}|chez {p}|À l'att. de {d}|C/O {r}|"
        "a/s de {p}|chez M. {p}|à l'attention de Mme {p}|À l'attention de M. {p}|s/c {p}|"
        "aux bons soins de {r}|s/c de {r}|Att. {p}|chez Mme {p}|A l'att. de {r}|a/s {p}|"
        "À l'attention de {d}"
    ),
    "de": listed(
        "c/o {r}|z. Hd. {r}|z.Hd. {r}|z. Hd. Herrn {p}|zu Händen {r}|z. Hd. Frau {p}|bei {p}|"
        "z.H. {r}|c/o {r}|z. Hd. {d}|z. H. {d}|zu Hd. {p}|z.Hd. Frau {p}|C/O {r}|p.A. {r}|"
        "zu Händen von {p}|bei Familie {p}|p. Adr. {r}|zHd {r}"
    ),
    "es": listed(
        "A/A {r}|a la atención de {r}|Att. {r}|At.: {r}|c/o {r}|Atn. {p}|A/A {d}|Atn: {d}|"
        "A la atención de {d}|Att: {p}|Atte. {p}|a/a {p}|At'n {p}|Atención: {d}|C/O {r}"
    ),
    "it": listed(
        "c/o {r}|presso {r}|alla c.a. di {p}|c.a. {r}|all'attenzione di {r}|c/o {r}|C/O {r}|"
        "Alla c.a. {d}|presso {p}|alla cortese attenzione di {p}|att.ne {d}|C.A. {p}"
    ),
    "pt": listed(
        "A/C {r}|a/c {r}|ao cuidado de {p}|À atenção de {r}|c/o {r}|Aos cuidados de {r}|"
        "A/C: {d}|aos cuidados de {p}|A/c {d}|Ao cuidado de {r}|At. {p}|Att.: {d}"
    ),
    "nl": listed(
        "t.a.v. {r}|T.a.v. {r}|p/a {r}|c/o {r}|ter attentie van {p}|t.a.v. {d}|T.A.V. {r}|"
        "tav {p}|t.a.v. de heer {p}|t.a.v. mevr. {p}|P/a {r}|ta.v. {d}"
    ),
    "pl": listed("do rąk {p}|c/o {r}|u {p}|do rąk własnych {p}|sz.p. {p}|C/O {r}|dla: {r}"),
    "sv": listed("c/o {r}|att: {r}|Att. {p}|c/o {p}|C/O {r}|Att: {d}|att. {d}"),
    "da": listed("c/o {r}|att.: {r}|Att. {p}|c/o {p}|Att: {d}|v/ {p}|C/O {r}"),
    "nb": listed("c/o {r}|v/ {p}|Att: {r}|c/o {p}|v/{p}|Att.: {d}|C/O {r}"),
    "fi": listed("c/o {r}|Att: {p}|Saaja {p}|c/o {p}|C/O {r}"),
    "cs": listed("c/o {r}|k rukám {p}|K rukám: {p}|u {p}|c/o {p}|C/O {r}"),
    "sk": listed("c/o {r}|k rukám {p}|u {p}|c/o {p}"),
    "hu": listed("c/o {r}|{p} részére|{p} úr részére|c/o {p}"),
    "ro": listed("c/o {r}|în atenția {p}|In atentia: {p}|prin {p}|în atenția {r}"),
    "tr": listed("c/o {r}|Dikkatine: {p}|{p} dikkatine|{p} eliyle|Dikkat: {p}|C/O {r}"),
    "hr": listed("c/o {r}|n/r {p}|na ruke {p}|n/p {p}"),
    "ru": listed("вниманию {p}|для {p}|Кому: {p}|на имя {p}|вниманию: {r}|кому {p}"),
    "uk": listed("для {p}|до уваги {p}|Кому: {p}|до уваги: {p}"),
    "bg": listed("за {p}|на вниманието на {p}|До: {p}|на вниманието на: {p}"),
    "el": listed("υπόψη {p}|Υπόψη: {p}|υπ' όψιν {p}|c/o {r}"),
    "ar": listed("عناية {p}|لعناية {p}|بواسطة {p}|إلى عناية {p}"),
    "he": listed("לידי {p}|עבור {p}|אצל {p}|לכבוד {p}"),
    "fa": listed("به توجه {p}|قابل توجه {p}"),
    "th": listed("ถึง {p}|เรียน คุณ{p}|c/o {r}"),
    "id": listed("u.p. {p}|U.P. {p}|Attn: {r}|d/a {r}|c/o {r}|UP: {p}"),
    "ms": listed("u.p. {p}|Attn: {r}|c/o {r}|d/a {r}|U/P: {p}"),
    "vi": listed("Người nhận: {p}|c/o {r}|Attn: {r}"),
}
"""By language; `{p}` a person, `{d}` a department, `{r}` either or a business."""

_DEPARTMENTS = {
    "en": listed(
        "Billing|Accounts Payable|HR|Human Resources|Legal Dept|Returns|Customer Service|"
        "Shipping|Receiving|Purchasing|IT Department|Front Desk|Payroll|Claims|Returns Dept|"
        "Admissions|Accounts|Practice Manager|Store Manager|Warehouse Supervisor|Mail Room|"
        "Facilities Manager|The Manager|Office Manager|Finance Department|Registrar|Reception|"
        "Procurement|Sales Dept.|General Counsel|Dock 4|Marketing|Benefits Office|Service Desk|"
        "Loading Dock|Head of Operations|The Secretary|Records Department|Financial Aid|Parts Dept"
    ),
    "fr": listed(
        "la comptabilité|la direction|service comptabilité|service achats|service des ventes|"
        "service du personnel|l'accueil|la secrétaire|service clients|la DRH|la gérance|"
        "service courrier|la responsable|service juridique|service travaux"
    ),
    "de": listed(
        "Buchhaltung|Personalabteilung|Einkauf|Sekretariat|Geschäftsführung|Schulleitung|"
        "Hausverwaltung|Rechnungswesen|Wareneingang|Empfang|Poststelle|Vertrieb|der Leitung|"
        "Abteilung Einkauf|Kundendienst|Lager|Personalbüro|Rechtsabteilung"
    ),
    "es": listed(
        "Departamento de Compras|Administración|Contabilidad|Recursos Humanos|Dirección|"
        "Dpto. Compras|Gerencia|Recepción|Facturación|Almacén|Secretaría|Dpto. de Personal|"
        "Servicio Técnico|Atención al Cliente"
    ),
    "it": listed(
        "Ufficio Acquisti|Amministrazione|Ufficio Personale|Segreteria|Direzione|Magazzino|"
        "Ufficio Contabilità|Portineria|Reception|Ufficio Tecnico"
    ),
    "pt": listed(
        "Dep. Financeiro|Departamento de Compras|Recursos Humanos|Contabilidade|Diretoria|"
        "Secretaria|Setor de Compras|Portaria|Administração|Almoxarifado|RH|Faturamento"
    ),
    "nl": listed(
        "Administratie|Afdeling Inkoop|Directie|Personeelszaken|Crediteurenadministratie|"
        "Receptie|afd. Verkoop|de directie|Magazijn|Secretariaat"
    ),
    "sv": listed("Ekonomiavdelningen|Inköp|Receptionen|Löneavdelningen|Lagret|Fakturaavdelningen"),
    "da": listed("Bogholderiet|Indkøb|Receptionen|Lønafdelingen|Lager|Økonomi"),
    "nb": listed("Regnskap|Innkjøp|Resepsjonen|Lønnsavdelingen|Lager|Fakturamottak"),
}


def write_attention(draft: Draft) -> str:
    """A recipient with its marker."""
    text = draft.pick(_MARKERS.get(draft.language, _MARKERS["en"]))
    while "{" in text:
        at = text.index("{")
        text = text[:at] + _recipient(draft, text[at + 1]) + text[at + 3 :]
    return text


def _recipient(draft: Draft, kind: str) -> str:
    """A person, a department of the row's language, or a business."""
    roll = draft.roll()
    if kind == "p" or (kind == "r" and roll < 0.5):
        return person(draft)
    departments = _DEPARTMENTS.get(draft.language)
    if departments and (kind == "d" or roll < 0.7):
        return draft.pick(departments)
    return write_venue(draft).replace("\n", " ")

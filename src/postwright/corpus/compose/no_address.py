"""Texts that are no address but look like one here and there: every word of them is `O`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed

_THINGS = listed(
    "drive shaft|court shoe|lane keeping assist|street food|road bike|park bench|garden hose|"
    "floor lamp|wood screw|hex bolt|phone case|gate valve|box cutter|tower fan|suite set|"
    "bridge cable|square tubing|circle saw blade|terrace heater|unit converter|mill file|"
    "hill climb tyre|point guard jersey|field jacket|forest honey|lake trout fillet|river stone|"
    "printer cartridge|coffee beans|running shoes|desk lamp|steel pipe|light bulb|face mask|"
    "laptop|tablet|smart watch|headphones|wireless mouse|hard drive|office chair|water bottle"
)
_BRANDS = listed("Nordix|Velto|Ampro|Kendal|Sorvo|Lumex|Pixon|Galax|Motra|Zentec|Arvia|Tekno")
_MODELS = listed("Pro|Max|Pro Max|Plus|Ultra|Mini|Air|S|SE|Lite|XL|Series {d}|Mark II|Gen {d}")
_COLOURS = listed(
    "graphite|black|navy blue|silver|rose gold|white|forest green|unlocked|refurbished"
)
_UNITS = listed("mm|cm|kg|g|ml|V|W|GB|TB|inch|m|mAh|Hz|pcs|l|oz|lb|ft|kW|dpi")
_TEMPLATES = listed(
    "{b} {d}{d} {m} {n}GB, {c}, {c}|{b} {m} {n} {u}, {c}|{t} {d}{d} {u}, {t} size {d}{d}, {t}|"
    "{t} {d} x {d}{d} {u}, pack of {n}|{t} M{d} x {d}{d}, {n} pcs|{b} {t} {n} {u} {c}|{t} {n}{u}|"
    "{t}, {c}, {n} {u}, model {l}{l}-{n}|SKU {n}-{l}{l}: {t}|{n} x {t} @ {d}.{d}{d}|{t} - {c}|"
    "20{d}{d}-{i}-{i} {h}:{e}:{e} {v} {w}|[{h}:{e}] {v}: {w}|{v} {n}: {w}|{w}|{w}, error {n}|"
    "error {d}0{d}: {w}|exit status {d} after {n} s|thread {d} started at {h}:{e}|"
    "{v}: {w} ({n} ms)|"
    "SELECT name FROM table{d} WHERE id = {n};|for (int i = 0; i < {n}; i++) total += i;|"
    "def f(x): return x + {n}|x = {n} / {d} + {d}{d}|/usr/lib/{k}/{n}.so|C:\\{k}\\{n}.txt|"
    'https://{k}.example/{n}/{k}?page={d}|{k}@{k}.example|git commit -m "{s}"|{k}_{k} = {n}|'
    '<a href="#{k}">{s}</a>|{q}"{k}": {n}, "{k}": "{c}"{z}|{k} {k} {n}|{k} {n}|{k}{k}|{n} {k}|'
    "the {s} moved to {d}{d}/{d}{d} at {h}:{e}, bring {d} copies|order no. {n} {w}|{s} {n} {s}|"
    "please send the {s} back within {d}0 days|{s} on {y} at {h} o'clock|{y}, {h}:{e}-{h}:{e}|"
    "how long does it take to {a}|how do I {a}|I would like to {a} before {y}|can you {a}?|"
    "we have {d} of {n} {t} left|your {s} of {n}.{d}0 is due on {y}|page {n} of {n}|"
    "chapter {d}: {s}|"
    "invoice total {n}.{d}{d} {x}|{x} {n}.{d}0|{n} {x} for {d} {t}|tel. {n} {n}|"
    "+{d}{d} {n} {n} {n}|"
    "{n} main differences between {t} and {t}|{d}0 ways to {a}|top {d}0 {t} of 20{d}{d}|"
    "{n} {t} for sale|best {t} near me|{t} near me|room {n} at {h}:{e}|{d} square {t} and {n} {t}|"
    "{n} street style ideas|{d} easy court side {t}|level {d} boss fight|unit {d} test, {s}|"
    "floor plan {n}|building {d} {t} from scratch|how far is the next {t}|{n} park bench plans|"
    "{n}|{n}-{n}|{l}{l}{n}{l}|v{d}.{d}.{d}|{d}{d}% off {t}|flight {l}{l}{n} departs {h}:{e}|"
    "the road to recovery is long|turn left at the lights|meet me on the court at {h}|"
    "it rains on every street|no way out of this lane|park the car and drive home|to be continued|"
    "a court of appeal upheld the {s}|the {s} crossed a square mile|see box {d} on page {n}|"
    "vis à bois {d} x {d}{d} mm, boîte de {n}|lot de {n} {c}|le colis arrive {y} à {h}h{e}|"
    "la réunion commence à {h}h{e}, salle réservée|merci de rappeler avant {h} heures|"
    "délai de {d} jours|"
    "je voudrais annuler ma commande {n}|die Lieferung dauert {d} bis {d} Tage|Seite {d} von {n}|"
    "Bitte senden Sie das Formular zurück|Schrauben {d} x {d}{d} mm, {n} Stück|"
    "Termin um {h}:{e} Uhr|"
    "el pedido {n} llegará en {d} días|tornillo {d} x {d}{d} mm, caja de {n}|reunión a las {h}:{e}|"
    "il pacco arriva tra {d} giorni|viti {d} x {d}{d} mm, scatola da {n}|riunione alle {h}:{e}|"
    "o pedido {n} chega em {d} dias|parafuso {d} x {d}{d} mm|levering binnen {d} dagen|"
    "czas dostawy {d}-{d} dni|leveranstid {d}-{d} dagar|срок доставки {d}–{d} дней|"
    "заказ {n} отправлен|"
    "час доставки {d}-{d} днів|teslimat süresi {d} gün|お届けまで{d}日ほどかかります|"
    "会議は{h}時からです|"
    "请在{d}天内回复|배송은 {d}일 걸립니다|مدة التوصيل {d} أيام|זמן אספקה {d} ימים|"
    "ระยะเวลาจัดส่ง {d} วัน"
)
_LEVELS = listed("ERROR|INFO|WARN|DEBUG|FATAL|warning|Exception|Traceback")
_EVENTS = listed(
    "worker {d} timed out|page not found|connection refused|disk full|shipped on {d}th|"
    "out of memory|access denied|build {n} passed|user {n} logged in|retrying in {d} s|"
    "null pointer|request took {n} ms|delivered, signed by reception|returned to sender|file closed"
)
_SUBJECTS = listed(
    "meeting|signed form|contract|report|payment|subscription|delivery|warranty claim|manual|"
    "decision|marathon|parade|survey|balance|estimate|exam|rehearsal|lecture"
)
_ACTIONS = listed(
    "renew a driving licence|cancel my order|boil an egg|change my password|reset the router|"
    "book a table for {d}|return {d} items|track parcel {n}|learn to drive|cross the street safely|"
    "open a savings account|file a tax return|run a mile in {d} minutes|print page {n}"
)
_DAYS = listed("Monday|Friday|the 5th|12 May|Tuesday|3 June|next week|March 14|Saturday|the 21st")
_SYLLABLES = listed("asdf|qwer|lorem|ipsum|foo|bar|test|xyz|data|tmp|blah|zxcv|abc|null|node|index")
_CURRENCIES = listed("USD|EUR|dollars|euros|GBP|points|kr|zł")
_LISTS = {
    "a": _ACTIONS,
    "b": _BRANDS,
    "c": _COLOURS,
    "k": _SYLLABLES,
    "m": _MODELS,
    "q": ("{",),
    "s": _SUBJECTS,
    "t": _THINGS,
    "u": _UNITS,
    "v": _LEVELS,
    "w": _EVENTS,
    "x": _CURRENCIES,
    "y": _DAYS,
    "z": ("}",),
}


def write_no_address(draft: Draft) -> str:
    """A product, a line of a log, code, a sentence, a number: anything but an address."""
    out: list[str] = []
    rest = draft.pick(_TEMPLATES)
    while rest:
        before, brace, rest = rest.partition("{")
        out.append(before)
        if brace:
            kind, rest = rest[0], rest[2:]
            words = _LISTS.get(kind)
            word = draft.pick(words) if words else _number(draft, kind)
            if words and len(word) > 1 and "{" in word:
                rest = word + rest
            else:
                out.append(word)
    return "".join(out)


def _number(draft: Draft, kind: str) -> str:
    """`{d}` a digit, `{n}` a number, `{h}` hour, `{e}` minute, `{i}` month, `{l}` a letter."""
    if kind == "d":
        return str(1 + draft.below(9))
    if kind == "h":
        return str(1 + draft.below(23))
    if kind == "e":
        return f"{draft.below(60):02d}"
    if kind == "i":
        return f"{1 + draft.below(12):02d}"
    if kind == "l":
        return draft.pick("ABCDEFGHKLMNPRSTXYZ")
    return str(1 + draft.below(10 ** (1 + draft.below(5))))

"""Words for parts inside a building in more languages, and rarer ones of common languages."""

from collections.abc import Sequence

from postwright.corpus.compose.listing import listed

MORE_PARTS: dict[str, dict[str, Sequence[str]]] = {
    "el": {
        "unit": listed("διαμ. {s}|διαμέρισμα {s}|Διαμ. {s}|γραφείο {n}|γρ. {s}"),
        "level": listed("{s}ος όροφος|{s}ος όρ.|όροφος {s}|ισόγειο|υπόγειο|Ισόγειο"),
        "building": ("κτίριο {s}", "Κτίριο {l}", "κτήριο {s}"),
        "entrance": ("είσοδος {s}", "Είσοδος {l}"),
        "staircase": ("σκάλα {s}", "κλιμακοστάσιο {s}"),
    },
    "he": {
        "unit": listed("דירה {s}|ד' {s}|דירה מס' {s}|משרד {n}|חדר {n}"),
        "level": listed("קומה {s}|קומת קרקע|קומה {s}|ק' {s}"),
        "building": ("בניין {s}", "בנין {s}", "מבנה {s}"),
        "entrance": ("כניסה {s}", "כניסה א'", "כניסה ב'", "כניסה ג'"),
        "staircase": ("חדר מדרגות {s}",),
    },
    "ar": {
        "unit": listed("شقة {s}|شقة رقم {s}|مكتب {n}|مكتب رقم {n}|شقة {n}|وحدة {s}|محل {s}"),
        "level": listed("الطابق {s}|الدور {s}|الطابق الأول|الطابق الثاني|الدور الأرضي|طابق {s}"),
        "building": listed("مبنى {s}|عمارة {s}|بناية {s}|برج {s}|مبنى رقم {s}|بلوك {s}"),
        "entrance": ("مدخل {s}", "بوابة {s}", "مدخل رقم {s}"),
        "staircase": ("درج {s}", "سلم {s}"),
    },
    "fa": {
        "unit": listed("واحد {s}|واحد {s}|آپارتمان {s}|اتاق {n}"),
        "level": listed("طبقه {s}|طبقه اول|طبقه دوم|همکف|طبقه همکف"),
        "building": ("ساختمان {s}", "بلوک {s}", "برج {s}"),
        "entrance": ("ورودی {s}", "درب {s}"),
        "staircase": ("راه پله {s}",),
    },
    "th": {
        "unit": listed("ห้อง {n}|ห้อง {s}|ห้องเลขที่ {n}|ยูนิต {n}"),
        "level": listed("ชั้น {s}|ชั้นที่ {s}|ชั้น G|ชั้น {s}"),
        "building": ("อาคาร {l}", "อาคาร {s}", "ตึก {l}", "ตึก {s}"),
        "entrance": ("ประตู {s}", "ทางเข้า {s}"),
        "staircase": ("บันได {s}",),
    },
    "hi": {
        "unit": listed("फ्लैट नं {n}|फ्लैट {n}|कमरा नं {n}|दुकान नं {s}|यूनिट {s}"),
        "level": listed("पहली मंजिल|दूसरी मंजिल|भूतल|तीसरी मंजिल|मंजिल {s}"),
        "building": ("ब्लॉक {s}", "टावर {s}", "भवन {s}", "बिल्डिंग {s}"),
        "entrance": ("गेट {s}", "द्वार {s}", "गेट नं {s}"),
        "staircase": ("सीढ़ी {s}",),
    },
    "bg": {
        "unit": listed("ап. {s}|ап. {n}|ап {s}|офис {s}|апартамент {s}|магазин {s}"),
        "level": listed("ет. {s}|етаж {s}|ет {s}|партер|приземие"),
        "building": listed("бл. {s}|бл. {n}|блок {s}|бл {n}|корпус {l}"),
        "entrance": listed("вх. {s}|вх. А|вх. Б|вход {s}|вх. В|вх А"),
        "staircase": ("стълбище {s}",),
    },
    "hr": {
        "unit": listed("stan {s}|stan br. {s}|ured {s}|lokal {s}|st. {s}"),
        "level": listed("{s}. kat|kat {s}|prizemlje|{r}. kat|{s}. sprat|sprat {s}"),
        "building": ("zgrada {l}", "zgrada {s}", "blok {s}"),
        "entrance": ("ulaz {s}", "ulaz {l}"),
        "staircase": ("stubište {s}", "stepenište {l}"),
    },
    "sl": {
        "unit": ("stanovanje {s}", "st. {s}", "pisarna {n}", "stan. {s}"),
        "level": ("{s}. nadstropje", "pritličje", "{s}. nad."),
        "building": ("stavba {l}", "objekt {s}"),
        "entrance": ("vhod {l}", "vhod {s}"),
        "staircase": ("stopnišče {l}",),
    },
    "sk": {
        "unit": ("byt {s}", "byt č. {s}", "kancelária {n}", "b. č. {s}"),
        "level": ("{s}. poschodie", "{s}. posch.", "prízemie", "poschodie {s}"),
        "building": ("budova {l}", "blok {l}", "objekt {s}"),
        "entrance": ("vchod {s}", "vchod {l}"),
        "staircase": ("schodisko {l}",),
    },
    "lt": {
        "unit": listed("butas {s}|but. {s}|bt. {s}|kab. {n}|kambarys {n}"),
        "level": ("{s} aukštas", "{s} a.", "aukštas {s}", "cokolis"),
        "building": ("korpusas {s}", "pastatas {s}", "korp. {s}"),
        "entrance": ("įėjimas {s}", "laiptinė {s}"),
        "staircase": ("laiptinė {s}",),
    },
    "lv": {
        "unit": ("dz. {s}", "dzīvoklis {s}", "dzīv. {s}", "birojs {n}"),
        "level": ("{s}. stāvs", "stāvs {s}", "{s}. st."),
        "building": ("korpuss {s}", "k-{s}", "ēka {l}"),
        "entrance": ("ieeja {s}", "{s}. ieeja"),
        "staircase": ("kāpņu telpa {s}",),
    },
    "et": {
        "unit": ("krt {s}", "korter {s}", "krt. {s}", "ruum {n}"),
        "level": ("{s}. korrus", "korrus {s}", "{s} krs"),
        "building": ("hoone {l}", "hoone {s}"),
        "entrance": ("sissepääs {l}", "trepikoda {s}"),
        "staircase": ("trepikoda {s}",),
    },
    "is": {
        "unit": ("íbúð {s}", "íbúð {n}", "íb. {s}"),
        "level": ("{s}. hæð", "jarðhæð", "hæð {s}"),
        "building": ("hús {l}", "bygging {s}"),
        "entrance": ("inngangur {l}",),
        "staircase": ("stigagangur {s}", "stigi {l}"),
    },
    "id": {
        "unit": listed("Unit {s}|Kamar {n}|Apt. {x}|Ruang {n}|Kios {s}|Unit {l}{s}"),
        "level": listed("Lantai {s}|Lt. {s}|Lt {s}|{s}th Floor|Lantai Dasar|lantai {s}"),
        "building": listed("Gedung {l}|Blok {l}{s}|Blok {l}|Menara {s}|Tower {l}"),
        "entrance": ("Pintu {s}", "Gerbang {s}"),
        "staircase": ("Tangga {s}",),
    },
    "ms": {
        "unit": listed("Unit {s}|Unit {l}-{s}-{s}|Suite {n}|Bilik {n}"),
        "level": listed(
            "Tingkat {s}|Aras {s}|Level {s}|{o} Floor|Tkt {s}|Ground Floor|Tingkat Bawah"
        ),
        "building": listed("Blok {l}|Block {l}|Menara {s}|Tower {s}|Bangunan {s}|Blok {s}"),
        "entrance": ("Pintu {s}", "Gate {s}"),
        "staircase": ("Tangga {s}",),
    },
    "vi": {
        "unit": listed("Căn hộ {n}|Phòng {n}|P. {n}|P.{n}|căn {s}|Căn hộ {l}{s}"),
        "level": listed("Tầng {s}|Lầu {s}|tầng {s}|lầu {s}|Tầng trệt|Tầng {s}"),
        "building": listed("Tòa nhà {l}|Tòa {l}|Block {l}|Chung cư {l}{s}|Nhà {l}{s}|Lô {l}"),
        "entrance": ("Cổng {s}", "Cửa {s}"),
        "staircase": ("Cầu thang {s}",),
    },
    "ka": {
        "unit": ("ბინა {s}", "ბ. {s}", "ოფისი {n}"),
        "level": ("{s} სართული", "სართული {s}"),
        "building": ("კორპ. {s}", "კორპუსი {s}", "ბლოკი {s}"),
        "entrance": ("შესასვლელი {s}", "სადარბაზო {s}"),
        "staircase": ("სადარბაზო {s}",),
    },
    "hy": {
        "unit": ("բն. {s}", "բնակարան {s}", "սենյակ {n}"),
        "level": ("{s} հարկ", "{s}-րդ հարկ"),
        "building": ("շենք {s}", "մասնաշենք {s}"),
        "entrance": ("մուտք {s}", "{s} մուտք"),
        "staircase": ("աստիճանավանդակ {s}",),
    },
    "az": {
        "unit": ("mənzil {s}", "m. {s}", "otaq {n}", "ofis {n}"),
        "level": ("{s}-ci mərtəbə", "mərtəbə {s}", "{s} mərtəbə"),
        "building": ("blok {s}", "korpus {s}", "bina {s}"),
        "entrance": ("giriş {s}",),
        "staircase": ("pilləkən {s}",),
    },
    "mn": {
        "unit": ("{s} тоот", "тоот {s}", "өрөө {n}"),
        "level": ("{s} давхар", "{s}-р давхар"),
        "building": ("{s} байр", "{s}-р байр", "байр {s}"),
        "entrance": ("{s} орц", "{s}-р орц"),
        "staircase": ("шат {s}",),
    },
    "ca": {
        "unit": ("pis {s}", "porta {s}", "{s}r {s}a", "local {s}"),
        "level": ("planta {s}", "{s}a planta", "baixos", "entresòl"),
        "building": ("edifici {l}", "bloc {s}", "torre {l}"),
        "entrance": ("entrada {s}", "porta {l}"),
        "staircase": ("escala {l}", "esc. {s}"),
    },
}
"""Languages that `inner_words` lacks."""

_INDIAN: dict[str, Sequence[str]] = {
    "unit": listed(
        "Flat No. {s}|Flat No. {n}|Flat No {n}|Flat {n}|Flat {l}-{n}|Flat No. {l}-{s}|Shop No. {s}|"
        "Shop No.{s}|Shop No {s}|Shop {s}|Office No. {n}|Office No.{s}|Room No. {s}|Room No {n}|"
        "Unit {n}|Unit No. {s}|Unit No. {n}|Suite {n}|Apt {x}|Gala No. {s}|Shed No. {s}|"
        "Shed No. {l}-{s}|Godown No. {s}|Cabin No. {s}|Shop No. {s} & {s}|Flat # {l}{s}|"
        "Off. No. {s}"
    ),
    "level": listed(
        "{o} Floor|{o} Floor|{w} Floor|Ground Floor|Gr. Floor|Gr. Flr.|G.F.|{o} Flr.|{r} Floor|"
        "Floor {s}|Basement|Mezzanine Floor|Upper Ground Floor|Lower Ground Floor|Top Floor|{s}/F"
    ),
    "building": listed(
        "Block {l}|Block - {l}|Block {l}-{s}|{l} Block|Tower {l}|Tower {s}|Tower-{s}|Wing {l}|"
        "{l} Wing|{l}-Wing|Bldg. No. {s}|Building No. {s}|Bldg No {s}|Block No. {s}"
    ),
    "entrance": listed("Gate No. {s}|Gate {s}|Gate No {s}|Main Gate"),
    "staircase": listed("Staircase {l}|Stair {s}"),
}
INDIAN = dict.fromkeys(("IN", "PK", "BD", "LK", "NP"), _INDIAN)
"""English words of southern Asia, by country."""

RARER: dict[str, dict[str, Sequence[str]]] = {
    "en": {
        "unit": listed(
            "Hangar {s}|Slip {n}|Berth {s}|Stall {s}|Key {s}|Cabin {s}|Chalet {s}|"
            "Shop {s}|Shop No. {s}|Kiosk {s}|Stop {s}|Side {l}|Trailer {n}|Site {s}|Store {s}|"
            "Bay {s}|Warehouse {s}|Counter {s}|Loft {s}|Rear Unit|Garage|Box Room|Lobby|"
            "Office No. {n}|Flat No. {s}|Flat No {n}|Apt No {n}|Apartment No. {n}|Suite No. {n}|"
            "Units {s}-{s}|Unit {s}/{s}|Unit {l}{s}|Suites {n}-{n}|Room No. {n}|Apt. #{x}|"
            "STE #{n}|RM {x}|Flat {l}|Lot {l}|Condo {n}|Pier {s}|Dept {n}|File {n}|Mail Stop {n}|"
            "MS {n}|# Apt {s}|Ofc {n}|Lot #{s}|Trlr #{s}|Spc #{s}|Apt # {x}|Ste # {n}|Unit # {x}"
        ),
        "level": listed(
            "Mezzanine|Basement|Lower Level|Upper Level|Upper Floor|Lower Ground Floor|Penthouse|"
            "Top Floor|{s}/F|{s}/F.|G/F|LG/F|{o} Flr.|Floors {s}-{s}|{o} & {o} Floor|{s} Floor|"
            "{s}F|LL|Mezz|Concourse Level|{o} flr|{w} Flr|B{s}|Level {l}|Lvl {s}|LVL {s}"
        ),
        "building": listed(
            "Tower {r}|Wing {l}|{l} Wing|Block No. {s}|Blk {l}|Bld {s}|"
            "Building No. {s}|Bldg. No. {s}|East Tower|South Tower|West Tower|West Wing|"
            "Building #{s}|Hall {s}|Warehouse {l}|House {l}|Block {l}{s}|BLDG-{s}|Pavilion {s}"
        ),
        "entrance": listed("Gate No. {s}|Ent {s}|Entry {l}|Main Entrance|Gate {l}"),
        "staircase": listed("Stair No. {s}|Stairway {l}|Stairs {l}|Staircase {s}"),
    },
    "fr": {
        "unit": listed(
            "Lgt {s}|Log. {s}|Ch. {n}|Chambre {n}|Bur. {n}|Local {s}|Studio {s}|Apt n°{s}|"
            "Appartement n° {s}|Porte {l}|Villa {s}|Boîte {n}|bte. {s}|Pte {s}|Cellule {s}"
        ),
        "level": listed(
            "{s}ème étage|{f} et|Entresol|Sous-sol|{s}e ét|RdC|Mezzanine|R+{s}|1er étage"
        ),
        "building": listed(
            "Bâtiment {l}{s}|BAT. {l}|bat. {s}|Hangar {s}|Pavillon {s}|Résidence {l}|Bt {l}"
        ),
        "entrance": listed("Ent. {s}|Porte d'entrée {s}|Accès {s}|Entrée n° {s}"),
        "staircase": listed("ESC {s}|Cage {s}|Cage {l}|Montée {l}|escalier {l}"),
    },
    "de": {
        "unit": listed(
            "Wohnungsnr. {s}|Whg.-Nr. {s}|Zi. {n}|Raum {n}|Büro {n}|W{s}|App {s}|Laden {s}"
        ),
        "level": listed(
            "{s}. Stockwerk|{s}. DG|Parterre|Souterrain|Hochparterre|Mezzanin|{s}.Stock|Keller|"
            "{s}. St."
        ),
        "building": listed("Bau {s}|Trakt {l}|Flügel {l}|Pavillon {s}|Gebäudeteil {l}|Geb {l}"),
        "entrance": listed("Tor {l}|Eing. {s}|Zugang {l}|Portal {s}|Pforte {s}"),
        "staircase": listed("Stiege {s}|Stg {s}|TH {s}|Aufgang {l}|Stiegenhaus {s}"),
    },
    "es": {
        "unit": listed(
            "Apartamento {n}|Habitación {n}|Casa {s}|Lote {s}|pta {s}|Pta. {l}|{s}-{l}|"
            "Consultorio {n}|Int. {l}|Int {s}|int. {s}-{l}|Vivienda {s}|Viv. {s}|Dpto {n}|"
            "Dpto. {l}|"
            "Depto. {n}|Depto. {l}|Ofic. {n}|Oficina {n}-{l}|Of {n}|Apto. {s}-{n}|Local {n}|"
            "Locales {s} y {s}|Local {l}|{s}º dcha.|{s}º izda.|Unidad "
            "{n}|UF {s}|Mz. {l} Lt. {s}"
        ),
        "level": listed(
            "{s}ª Planta|PB|Sótano|Ático|Entrepiso|Principal|{s}er piso|{s}do piso|Mezanine|"
            "Pta. {s}ª"
        ),
        "building": listed(
            "Torre {l}|Block {l}|Block {s}|Edificio {l}|Monoblock {s}|Etapa {s}|Interior Torre {s}|"
            "Bloque {l}|Blq {l}|Pabellón {s}|Mód. {s}|Módulo {s}|Manzana {l}|Bl. {s}|Torre Norte"
        ),
        "entrance": listed("Port. {s}|Ptal. {s}|Puerta {s}|Porton {s}|Entr. {l}"),
        "staircase": listed("Esc {s}|Escal. {l}|esc.{l}|Escalera Dcha|Escalera Izda"),
    },
    "it": {
        "unit": listed(
            "Appartamento {s}|App {s}|interno n. {s}|Ufficio {n}|Negozio {s}|Stanza {n}|Box {s}"
        ),
        "level": listed(
            "{s}^ piano|secondo piano|terzo piano|Piano Rialzato|Ammezzato|Seminterrato|P.T.|P. {s}"
        ),
        "building": listed(
            "Fabbr. {l}|Corpo {l}|Blocco {l}|Lotto {s}|Padiglione {s}|Torre {l}|Isolato {s}"
        ),
        "entrance": listed("Ingr. {s}|Accesso {l}|Portineria {s}"),
        "staircase": listed("Sc {l}|scala {s}|SC. {l}|Scala Destra|Scala Sinistra"),
    },
    "pt": {
        "unit": listed(
            "Sl. {n}|Sala {s}|Lj. {s}|Casa {s}|Lote {s}|Quarto {n}|Box {s}|{s}º D|{s}º E|"
            "Lt. {s}|Fração {l}|Apt. {n}|Lote {s}-{l}|Cj. {n}|Kitnet {s}|Loja {l}|Fundos|Casa {l}|"
            "Apto. {n}-{l}|AP {n}|Apto {l}{s}|Sala {n}/{s}|Sobrado {s}"
        ),
        "level": listed(
            "Térreo|Cave|{s}º piso|Sobreloja|Subsolo|r/c|R/C Esq|R/C Dto|Cobertura|{s} andar"
        ),
        "building": listed(
            "Bl {l}|Quadra {s}|Qd. {s}|Qd {l}|Quadra {l}|Bl. {l}|Bloco {l}{s}|Torre {l}|"
            "Módulo {s}|Edif. {l}|Lote {l}|Pavilhão {s}|Galpão {s}|Torre Norte"
        ),
        "entrance": listed("Acesso {s}|Portaria {s}|Ent. {l}"),
        "staircase": listed("Esc {s}|escada {s}"),
    },
    "nl": {
        "unit": listed("Appt. {s}|kamer {n}|wooneenheid {s}|Suite {s}|lokaal {n}|bus {l}|b{s}"),
        "level": listed("{s}e verd.|{s}e et.|souterrain|parterre|bel-etage|{s}hoog|{s} hoog"),
        "building": listed("Geb. {l}|Blok {s}|Hal {s}|Vleugel {l}"),
        "entrance": listed("Deur {s}|ingang {s}|Poort {l}"),
        "staircase": listed("Trap {l}|trapportaal {s}"),
    },
    "pl": {
        "unit": listed("mieszk. {s}|m.{s}|pok. {s}|pokój {n}|lokal nr {s}|lok. U{s}|apt. {s}"),
        "level": listed("{s}. piętro|{s} p.|suterena|poddasze|I p.|{r} p."),
        "building": listed("blok {l}|budynek {s}|paw. {s}|pawilon {s}|hala {s}"),
        "entrance": listed("wej. {s}|brama {l}|wejście od podwórza"),
        "staircase": listed("kl. {r}|klatka schodowa {s}|kl {l}"),
    },
    "ru": {
        "unit": listed(
            "ком. {s}|комната {s}|помещение {s}|каб. {n}|кабинет {n}|апарт. {n}|бокс {s}"
        ),
        "level": listed("эт. {s}|{s} эт.|цоколь|цокольный этаж|подвал|1-й этаж|мансарда"),
        "building": listed("корп {s}|здание {s}|стр {s}|лит. А|литера Б|секция {s}|блок {s}"),
        "entrance": listed("подъезд №{s}|п. {s}|под {s}|вход {s}|парадная {s}"),
        "staircase": ("лестн. {s}", "лестница №{s}"),
    },
    "tr": {
        "unit": listed("Daire No: {s}|D.{s}|Dükkan: {s}|Ofis {n}|İç Kapı: {s}|Büro {s}|Daire:{s}"),
        "level": listed("{s}. Kat|Zemin Kat|kat:{s}|Bodrum Kat|Kat.{s}|Asma Kat"),
        "building": listed("{l} Blok|{l}{s} Blok|Apt. {l}|Bina No: {s}|Plaza {l}|Blok: {l}"),
        "entrance": ("Giriş: {s}", "Giriş Kapısı {s}"),
        "staircase": ("Merdiven: {s}",),
    },
}
"""Words that are written less often, by language."""

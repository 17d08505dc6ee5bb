"""Templates of street names by language and country: `{m}` a name, `{n}` a number, `{d}` a date."""

from postwright.corpus.compose.listing import listed

BY_LANGUAGE = {
    "en": listed(
        "{m} Street|{m} Road|{m} Avenue|{m} Lane|{m} Drive|{m} Close|{m} Way|{m} Crescent|"
        "{m} St|{m} Rd|{m} Ave|{m} Dr|Old {m} Road|{m} Place|{m} Highway|{m} Court|"
        "{m} Terrace"
    ),
    "fr": listed(
        "rue {m}|Rue {m}|Avenue {m}|Boulevard {m}|rue de {m}|Route de {m}|Place {m}|"
        "Avenue de {m}|Chemin de {m}|Allée {m}|Impasse {m}|Rue {n}|Rue du {d}|"
        "Place du {d}|Avenue du {d}"
    ),
    "es": listed(
        "Calle {m}|Calle {n}|Avenida {m}|Av. {m}|Carrera {n}|Calle {d}|Avenida {d}|"
        "Pasaje {m}|Plaza {m}|Camino a {m}|Calle de {m}|Boulevard {m}|Jirón {m}|"
        "Calle {n} Norte|Carretera a {m}|Diagonal {n}|Transversal {n}|Avenida {n}|"
        "Paseo de {m}|Camino de {m}"
    ),
    "pt": listed(
        "Rua {m}|Rua {m}|Avenida {m}|Travessa {m}|Praça {m}|Rua {n}|Estrada de {m}|Largo {m}|"
        "Rua de {m}|Rua {d}|Av. {m}|Alameda {m}|Rodovia {m}|Rua Dr. {m}|Praça {d}"
    ),
    "de": listed(
        "{m}straße|{m}weg|{m}er Straße|{m}gasse|Am {m}|{m}platz|{m}allee|{m}ring|Zum {m}|"
        "{m}-Straße|Industriestraße|Gewerbepark {m}|Auf der {m}|Im {m}"
    ),
    "it": listed(
        "Via {m}|Via {m}|Viale {m}|Piazza {m}|Corso {m}|Via {d}|Strada di {m}|Vicolo {m}|"
        "Contrada {m}|Largo {m}|Piazza {d}|Via Guglielmo {m}"
    ),
    "nl": listed("{m}straat|{m}weg|{m}laan|{m} Straat|{m}plein|{m}kade|{m}dreef|{m}hof"),
    "pl": listed("ul. {m}|ulica {m}|{m}|al. {m}|plac {m}|ul. {d}|pl. {m}|rondo {m}"),
    "cs": listed("{m}|{m} ulice|náměstí {m}|třída {m}|nábřeží {m}|{m} náměstí"),
    "sk": ("{m}", "{m} ulica", "Námestie {m}", "{m} cesta", "ul. {m}"),
    "hu": listed("{m} utca|{m} út|{m} tér|{m} u.|{m} körút|{m} köz|{m} sor"),
    "ro": listed("Strada {m}|Str. {m}|Bulevardul {m}|Bd. {m}|Calea {m}|Aleea {m}|Str. {d}"),
    "bg": listed("ул. {m}|бул. {m}|улица {m}|пл. {m}|ул. „{m}“"),
    "hr": listed("{m} ulica|Ulica {m}|Trg {m}|{m}|{m}|{m}|Ul. {m}|Bulevar {m}|{m} put"),
    "sl": ("{m} ulica", "{m} cesta", "Trg {m}", "Ulica {m}"),
    "mk": ("ул. {m}", "бул. {m}", "{m}"),
    "sq": ("Rruga {m}", "Rr. {m}", "Bulevardi {m}", "Sheshi {m}"),
    "el": listed("{m}|{m}|{m}|Οδός {m}|Λεωφόρος {m}|Πλατεία {m}|Λεωφ. {m}"),
    "tr": listed("{m} Caddesi|{m} Cad.|{m} Sokak|{m} Sok.|{n}. Sokak|{m} Bulvarı|{n}. Cadde"),
    "ru": listed(
        "ул. {m}|улица {m}|{m} ул.|проспект {m}|пр. {m}|пер. {m}|{m} улица|{m}|ул. {d}|"
        "{m} переулок|бульвар {m}|пр-т {m}|наб. {m}|площадь {m}"
    ),
    "uk": listed("вул. {m}|вулиця {m}|просп. {m}|пров. {m}|бульвар {m}|площа {m}|пр-т {m}"),
    "et": listed("{m} tänav|{m} tn|{m} tee|{m} mnt|{m} pst"),
    "lv": ("{m} iela", "{m}s iela", "{m} ceļš", "{m} bulvāris", "{m} prospekts"),
    "lt": ("{m} g.", "{m} gatvė", "{m} pr.", "{m} al.", "{m} pl."),
    "fi": listed("{m}katu|{m}tie|{m}ntie|{m}polku|{m}kuja|{m}raitti|{m}nkatu"),
    "sv": listed("{m}vägen|{m}gatan|{m} väg|Storgatan|{m}stigen|{m}gränd"),
    "da": ("{m}vej", "{m}gade", "{m} Allé", "{m} Plads", "{m}parken"),
    "nb": ("{m}veien", "{m}gata", "{m} gate", "{m} vei", "{m}vegen"),
    "is": ("{m}gata", "{m}vegur", "{m}braut", "{m}stígur"),
    "he": listed("רחוב {m}|{m}|שדרות {m}|רח' {m}|דרך {m}|סמטת {m}|כיכר {m}"),
    "ar": listed(
        "شارع {m}|طريق {m}|شارع {n}|ش {m}|نهج {m}|ميدان {m}|شارع رقم {n}|طريق الملك {m}|جادة {m}"
    ),
    "fa": listed("خیابان {m}|بلوار {m}|کوچه {n}|خ {m}|خیابان شهید {m}|میدان {m}|کوچه {m}"),
    "id": listed(
        "Jl. {m}|Jalan {m}|Jl. Raya {m}|Gang {m}|Jl {m}|Jl. {m} {r}|Jln. {m}|Jalan Raya {m}|"
        "Jl. Jenderal {m}"
    ),
    "ms": listed(
        "Jalan {m}|Jln {m}|Lorong {m}|Jalan {m} {n}|Persiaran {m}|Lebuh {m}|Jalan {n}/{n}"
    ),
    "th": listed("ถนน{m}|ซอย {n}|ถ.{m}|ซอย{m} {n}|ถนน {m}|ซ.{m} {n}|ถ. {m}|ตรอก{m}"),
    "vi": listed("Đường {m}|{m}|Đ. {m}|Phố {m}|Đường số {n}|Quốc lộ {n}|Ngõ {n} {m}|Hẻm {n} {m}"),
    "ka": listed("{m} ქუჩა|{m}ს ქ.|{m} გამზირი|{m}ს ქუჩა|{m}ს გამზირი|{m}ს შესახვევი"),
    "hy": listed("{m} փողոց|{m} փ.|{m} պողոտա|{m}ի փողոց|{m} պող."),
    "az": ("{m} küçəsi", "{m} prospekti", "{m} küç.", "{m} pr."),
    "mn": ("{m} гудамж", "{m} өргөн чөлөө", "{m}ын гудамж"),
    "hi": ("{m} मार्ग", "{m} रोड", "{m} पथ"),
    "am": ("{m} መንገድ", "{m} ጎዳና"),
    "km": ("ផ្លូវ {m}", "ផ្លូវលេខ {n}", "មហាវិថី {m}"),
    "lo": ("ຖະໜົນ{m}", "ຖະໜົນ {m}", "ຮ່ອມ {n}"),
    "my": ("{m} လမ်း", "{m}လမ်း", "အမှတ် {n} လမ်း"),
    "dv": ("{m} މަގު",),
}

_INDIAN = listed(
    "{m} Road|{m} Marg|MG Road|{n}th Cross|{n}th Main Road|{m} Main Road|{m} Street|{m} Path|"
    "{m} Bazar Road|Station Road|{n}nd Cross Street|{m} Nagar Main Road|Ring Road|{m} Lane|"
    "NH {n}|{m} Salai|Park Street|Link Road|S.V. Road|{m} Chowk Road|Off {m} Road"
)
_PACIFIC = listed("{m} Road|{m} Street|{m} Parade|Queens Road|Kings Road|{m} Avenue|Beach Road")
BY_COUNTRY = {
    "IN": _INDIAN,
    "PK": listed(
        "{m} Road|Street {n}|Street No. {n}|Main {m} Road|Shahrah-e-{m}|Mall Road|Service Road"
    ),
    "BD": listed(
        "Road {n}|Road No. {n}|{m} Road|{m} Avenue|{m} Sarani|Main Road|Road # {n}|{m} Lane"
    ),
    "LK": listed("{m} Road|{m} Mawatha|{m} Street|Galle Road|{m} Lane|{m} Place|Temple Road"),
    "NP": listed("{m} Marg|{m} Road|{m} Path|Ring Road"),
    "NG": listed("{m} Street|{m} Road|{m} Crescent|{m} Close|{m} Way|{m} Avenue|Off {m} Road"),
    "GH": listed(
        "{m} Road|{m} Street|{m} Avenue|{n}th Avenue|{m} High Street|Ring Road {c}|{m} Link"
    ),
    "KE": listed("{m} Road|{m} Avenue|{m} Street|{m} Way|{m} Lane|Moi Avenue|Kenyatta Avenue"),
    "PH": listed(
        "{m} Street|{m} Avenue|{m} St.|{m} Ave.|{m} Highway|{n}th Avenue|{m} Road|Rizal Street|"
        "J.P. {m} St."
    ),
    "SG": listed(
        "{m} Road|{m} Street|{m} Avenue {n}|{m} Drive|Jalan {m}|Lorong {n} {m}|{m} Street {n}|"
        "{m} Link"
    ),
    "HK": listed(
        "{m} Road|{m} Street|{m} Road {c}|{m} Lane|{m} Path|Queen's Road Central|{m} Terrace"
    ),
    "ZA": listed("{m} Street|{m} Road|{m} Avenue|{m} Drive|{m}straat|{m} Crescent|Corner {m} Road"),
    "ET": listed("{m} Road|{m} Street|{m} Avenue|Bole Road|Churchill Avenue"),
    "FJ": _PACIFIC,
    "PG": _PACIFIC,
    "WS": _PACIFIC,
    "VU": _PACIFIC,
    "SB": _PACIFIC,
    "CO": listed(
        "Calle {n}|Carrera {n}|Cra. {n}|Cl. {n}|Transversal {n}|Diagonal {n}|Avenida Calle {n}|"
        "Av. Carrera {n}|Carrera {n}A|Calle {n} Sur|Cra {n}|Calle {n} Bis|Kr {n}|Avenida {m}"
    ),
    "AR": listed(
        "{m}|{m}|San Martín|Belgrano|Rivadavia|Mitre|Sarmiento|Urquiza|Bv. {m}|Calle {n}|RN {n}|"
        "{m}|Avenida {m}|Av. {m}|{m}|Calle {n}|{d}|Bv. {m}|Avenida {d}|Pasaje {m}|San {f}|Ruta {n}"
    ),
    "UY": listed("{m}|Avenida {m}|Av. {m}|Bulevar {m}|{d}|Calle {n}|Dr. {m}|Ruta {n}"),
    "CL": listed(
        "{m}|{m}|{m}|Arturo Prat|O'Higgins|Balmaceda|Los Carrera|Psje. {m}|Av. {m}|"
        "Avenida {m}|Av. {m}|{m}|Calle {m}|Pasaje {m}|Camino {m}|Los {m}|{d}|Av. Libertador {m}"
    ),
    "ES": listed(
        "Calle {m}|C/ {m}|Calle de {m}|Avenida {m}|Avda. {m}|Av. de {m}|Plaza {m}|Plaza de {m}|"
        "Camino de {m}|Carretera de {m}|Ctra. {m}|Paseo {m}|Paseo de {m}|Ronda {m}|Travesía {m}|"
        "Calle {d}|Callejón {m}|Cuesta {m}|Calle Mayor|Calle Real|Plaza Mayor|Plaza de España|"
        "Calle Iglesia|Calle Nueva|Glorieta {m}|Rambla {m}|Pasaje {m}"
    ),
    "PT": listed(
        "Rua {m}|Rua de {m}|Rua da Igreja|Avenida {m}|Av. {m}|Travessa {m}|Largo {m}|Praça {m}|"
        "Estrada de {m}|Estrada Nacional {n}|EN {n}|Rua Dr. {m}|Rua {d}|Beco {m}|Praceta {m}|"
        "Alameda {m}|Calçada {m}|Rua do Comércio|Caminho {m}"
    ),
    "NZ": listed(
        "{m} Road|{m} Street|{m} Avenue|{m} Rd|{m} St|{m} Place|{m} Drive|{m} Crescent|{m} Terrace|"
        "{m} Main Road|{m} Main Rd South|{m} Main Rd North|State Highway {n}|SH {n}|"
        "{m} Bay Road|Old {m} Road|Marine Parade|Beach Road|{m} Lane|{m} Way"
    ),
    "AU": listed(
        "{m} Road|{m} Street|{m} Avenue|{m} Rd|{m} St|{m} Place|{m} Drive|{m} Crescent|{m} Parade|"
        "{m} Highway|{m} Hwy|{m} Terrace|{m} Court|{m} Way|The Esplanade|{m} Circuit|{m} Close|"
        "Old {m} Road|{m} Lane|{m} Grove|{m} Creek Road"
    ),
    "IE": listed(
        "{m} Road|Main Street|{m} Street|{m} Avenue|{m} Park|{m} Drive|{m} Court|{m} Heights|"
        "{m} Lawns|{m} Grove|{m} Close|{m} Crescent|{m} Wood|The Square|Church Street|"
        "{m} View|{m} Manor|{m} Green|Old {m} Road|{m} Terrace|{m} Downs|The {m}|Upper {m} Street|"
        "Bóthar {m}|{m} Road Upper|{m} Road Lower"
    ),
    "PE": listed("Jr. {m}|Jirón {m}|Av. {m}|Avenida {m}|Calle {m}|Ca. {m}|Pasaje {m}|Psje. {m}"),
}
"""Countries that name their streets otherwise than their language does elsewhere."""

_GENERAL = listed(
    "{m} Street|{m} Road|{m} St.|{m} St|{m} Avenue|{n} Street|Street {n}|{m} Rd.|{m} Ave.|{m} Rd"
)
ROMANISED = {
    "ar": listed(
        "Al {m} Street|{m} Street|{m} Road|Al-{m} St|Sheikh {m} Road|{n} Street|Street {n}|"
        "Shar'a {m}|King {m} Road|{m} Rd|Tariq {m}|El {m} St."
    ),
    "fa": listed("{m} Street|{m} St.|{m} Ave|{m} Blvd|Kheyaban-e {m}|Shahid {m} Street|{m} Alley"),
    "ru": listed(
        "ul. {m}|{m} street|{m} ul.|ulitsa {m}|prospekt {m}|{m} str.|pr. {m}|{m} Ave|per. {m}|"
        "{m} St|{m} prospekt"
    ),
    "uk": listed("vul. {m}|{m} str.|{m} street|vulytsia {m}|{m} Ave|prospekt {m}|{m} St"),
    "bg": listed("ul. {m}|{m} Str.|bul. {m}|{m} Blvd|{m} street"),
    "mk": listed("ul. {m}|{m} Str.|bul. {m}"),
    "el": listed(
        "{m}|{m}|{m}|{m}|{m} Street|Odos {m}|Leoforos {m}|{m} Ave|{m} str.|Leof. {m}|Plateia {m}"
    ),
    "he": listed("{m} Street|{m} St|{m}|Rehov {m}|Derech {m}|Sderot {m}|{m} Blvd|HaRav {m}"),
    "th": listed("{m} Road|Soi {m} {n}|{m} Rd.|Thanon {m}|Soi {n}|{m} Rd|{m} {n} Road"),
    "ka": listed("{m} Street|{m} St.|{m} Ave|{m} str.|{m} kucha"),
    "hy": listed("{m} Street|{m} St.|{m} Ave|{m} poghots|{m} str."),
    "zh": listed(
        "{m} Road|{m} Rd.|{m} Street|{m} Lu|{m} East Road|{m} West Road|{m} North Road|"
        "{m} South Road|{m} Avenue|{m} Road Central|{m} Dadao|{m} Jie|{m} Zhong Lu|"
        "{n} {m} Road|Sec. {n}, {m} Rd."
    ),
    "ko": listed(
        "{m}-ro|{m}-daero|{m}-gil|{m}-ro {n}-gil|{m}-ro {n}beon-gil|{m} ro|{m}daero|{m}-gil {n}"
    ),
    "ja": listed("{m}-dori|{m} {n}-chome|{m} Street"),
    "km": listed("Street {n}|St. {n}|{m} Boulevard|{m} Street|Preah {m} Blvd"),
    "lo": listed("{m} Road|Thanon {m}"),
    "my": listed("{m} Road|{m} Street|{n}th Street|{m} Rd"),
    "mn": listed("{m} Street|{m} Avenue"),
    "am": BY_COUNTRY["ET"],
}
"""Streets of languages in other scripts, as people write them in Latin letters."""
ROMANISED_IN = {
    "BH": listed("Road {q}|Road {q}|Avenue {n}|{m} Avenue|Road No. {q}|King {m} Highway|{m} Road"),
    "KW": listed("Street {n}|Street {n}|{n} Street|St. {n}|Road {q}|{m} Street|Avenue {n}"),
    "QA": listed(
        "Street {q}|Street {n}|{m} Street|Al {m} Street|{m} Road|D Ring Road|Street No. {n}"
    ),
    "OM": listed("Way {q}|Way No. {q}|{m} Street|Al {m} Street|Sultan {m} Street|Road {n}"),
    "AE": listed(
        "{n} Street|Street {n}|{n}th Street|Al {m} Street|Al {m} Road|Sheikh {m} Road|{m} Street|"
        "{n}{l} Street|{m} Road|Al {m} St|{m} Boulevard"
    ),
    "EG": listed("{m} Street|El {m} St.|{m} St|{n} Street|Shar'a {m}|El {m} Street|Gamal {m} St"),
}
"""Countries of the Arabic language with habits of their own; `{q}` is a number of four digits."""
LATIN = _GENERAL
"""Streets of countries whose language is not known."""

LATIN_NAMES = listed(
    "Kennedy|Independence|Station|Market|Church|Main|Nelson Mandela|Airport|Central|"
    "King Fahd|Republic|Gandhi|Victory|Liberty|University|Hospital|Garden|Park"
)
DATES = {
    "es": listed(
        "5 de Mayo|20 de Noviembre|16 de Septiembre|9 de Julio|25 de Mayo|1 de Mayo|2 de Abril|"
        "12 de Octubre|18 de Julio|24 de Mayo|6 de Agosto|28 de Julio|15 de Septiembre|21 de Mayo"
    ),
    "pt": listed(
        "25 de Abril|1º de Maio|7 de Setembro|15 de Novembro|5 de Outubro|13 de Maio|1º de Dezembro"
    ),
    "it": listed("XX Settembre|4 Novembre|25 Aprile|IV Novembre|XXV Aprile|1° Maggio|2 Giugno"),
    "fr": listed(
        "8 Mai 1945|11 Novembre|14 Juillet|4 Septembre|19 Mars 1962|8 mai|11 novembre 1918"
    ),
    "pl": listed("3 Maja|11 Listopada|1 Maja|15 Sierpnia|29 Listopada"),
    "ro": ("1 Decembrie 1918", "1 Mai", "13 Septembrie", "9 Mai"),
    "ru": listed("8 Марта|9 Мая|1 Мая|50 лет Октября|40 лет Победы|9 Января|60 лет СССР"),
}
"""Days that streets are called after."""

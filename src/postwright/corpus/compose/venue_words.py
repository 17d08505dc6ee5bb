"""Templates of venue names by language; `venues` says what the place-holders mean."""

from postwright.corpus.compose.listing import listed

TEMPLATES = {
    "en": listed(
        "{s} & Sons|{s}'s Diner|{l} Public Library|St. {f}'s Church|{l} High School|{s} Park|"
        "{l} Town Hall|Hotel {s}|{s} Elementary School|{l} City Hall|{s} Steakhouse|"
        "{s} Pharmacy|The {s} Arms|{s} Hall|{l} Medical Center|First Baptist Church|"
        "{l} Community Center|{s} Law Firm|{s} Auto Repair|The {l} Inn|{s}, {s} & {s} LLP|"
        "{s} Insurance Agency|University of {l}|{l} Post Office|{s} Hardware Inc|{s} LLC|"
        "Bank of {l}|{l} Fire Station|{s} Dental|Cafe {s}|{l} United Methodist Church|"
        "{s} Middle School|{s} Memorial Hospital|{l} Golf Club|{s} House|{s} Building|{p}|"
        "{p}|{s} Family Dentistry|Pizza {s}|{s} Cottage|The Old Rectory|{s} Farm|"
        "Rose Cottage|{l} Village Hall|{l} Primary School|{s} Court|{l} House|{s} Lodge|"
        "{p}, MD|{p} MD|{p}, DDS|{p} Jr.|Mr. {p} Jr.|Mr. and Mrs. {s}|The {s} Family|Estate of {p}|"
        "Law Offices of {s}, {s} & {s}|{s}, {s} and {s} LLP|{s} Store #{n}|{s} Store {n}|{s} #{n}|"
        "Pier {n}|Studio {n}|Fire Station #{n}|Fire Station No. {n}|VFW Post {n}|PS {n}|P.S. {n}|"
        "American Legion Post {n}|{s} Lodge No. {n}|Precinct {n} - {s} School|"
        "{l} County Courthouse|"
        "{l} County Board of Education|{l} County Health Department|{l} Township Hall|City of {l}|"
        "{s} Street Church|{l} Avenue Baptist Church|{s} Street School|{l} Road Fire Department|"
        "{s} Park Elementary School|{s} High School Gym|{l} Church Fellowship Hall|"
        "{s} Village|{l} Apartments|{s} Towers|{l} Plaza|St. {f} Lutheran Church|{l} Power Company|"
        "Church of {s} Road|First Presbyterian Church of {s} Street|{s} School of Management|"
        "{s} Square Mall|Highway {n} Cafe|{n} Hour Fitness|{s} Center Cafeteria|{s} & {s}"
    ),
    "fr": listed(
        "Mairie de {l}|Mairie|Boulangerie {s}|École {s}|Lycée {s}|Collège {s}|Hôtel de {l}|"
        "Café de la {l}|Pharmacie {s}|Garage {s}|SARL {s}|Restaurant Le {s}|"
        "Bibliothèque municipale|Gare de {l}|{p}|M. {p}|Église Saint-{f}|"
        "Centre commercial {l}|Cabinet {s}|Société {s}|Hôpital de {l}|Parc {s}|SAS {s}|"
        "École primaire {s}|Musée {s}|Mme {p}|Salle des fêtes"
    ),
    "de": listed(
        "Rathaus {l}|{s} GmbH|Bäckerei {s}|Gasthaus {s}|Hotel {l}|{s}-Schule|Grundschule {l}|"
        "Apotheke {s}|Gymnasium {l}|Praxis Dr. {s}|{s} & Co. KG|Stadtbibliothek {l}|"
        "Bahnhof {l}|Restaurant {s}|{p}|Autohaus {s}|St. {f} Kirche|Klinikum {l}|"
        "Kindergarten {l}|{s} AG|Herrn {p}|Frau {p}"
    ),
    "es": listed(
        "Ayuntamiento de {l}|Farmacia {s}|Restaurante {s}|Hotel {l}|Colegio {s}|"
        "Panadería {s}|Bar {s}|Escuela {s}|Instituto {s}|Hospital de {l}|Biblioteca {l}|"
        "{s} S.L.|Taller {s}|{p}|Parque {s}|Iglesia de San {f}|Supermercado {s}|Clínica {s}|"
        "Talleres {s} S.A.|Museo {s}|Hostal {s}|Librería {s}|Papelería {s}|Ferretería {s}|"
        "Pensión {s}|Bodega {s}|Bodegas {s}|Quesería {s}|Mesón {s}|Peluquería {s}|Academia {s}|"
        "Almacén {s}|Tienda La {l}|Carnicería {s}|Pinturería {s}|Frutería {l}|Casa {s}|"
        "Hacienda {l}|Parroquia de San {f}|Clínica Dental {s}|Hostería {l}|Cafetería {l}|"
        "Abarrotes {s}|Hostal Los {s}|Camping {l}|Zapatería {s}|Refaccionaria {s}"
    ),
    "it": listed(
        "Comune di {l}|Municipio|Farmacia {s}|Ristorante {s}|Hotel {l}|Scuola {s}|"
        "Pizzeria {s}|Bar {s}|{s} S.r.l.|Ospedale di {l}|Biblioteca {l}|Liceo {s}|"
        "Trattoria da {f}|{p}|Studio {s}|{s} SpA|Camping {l}|Agriturismo {s}|Masseria {s}|"
        "Osteria {s}|Panificio {s}|Ferramenta {s}|Albergo {s}|Abbazia di San {f}|"
        "Pieve di {l}|Cantina {s}|Libreria {s}|Officina {s}|Stazione di {l}|Villa {s}"
    ),
    "pt": listed(
        "Câmara Municipal de {l}|Prefeitura de {l}|Farmácia {s}|Restaurante {s}|Hotel {l}|"
        "Escola {s}|Padaria {s}|{s} Ltda|Hospital {s}|Escola Municipal {s}|{p}|"
        "Supermercado {s}|Igreja de São {f}|Clínica {s}|Pousada {s}|Pousada do {l}|"
        "Condomínio {s}|Edifício {s}|Livraria {s}|Papelaria {s}|Mercearia {s}|Oficina {s}|"
        "Auto Peças {s}|Lanchonete {s}|Pensão {s}|Clínica {s} Odonto|Posto {l}"
    ),
    "nl": listed(
        "Gemeente {l}|Bakkerij {s}|Basisschool {s}|Hotel {l}|{s} B.V.|Restaurant {s}|"
        "Apotheek {s}|{p}|Bibliotheek {l}|Station {l}|Café {s}|Garage {s}"
    ),
    "pl": listed(
        "Urząd Gminy {l}|Apteka {s}|Restauracja {s}|Hotel {l}|Szkoła Podstawowa nr {n}|"
        "{s} Sp. z o.o.|{p}|Przedszkole nr {n}|Urząd Miasta {l}|Piekarnia {s}|Sklep {s}"
    ),
    "ru": listed("Школа № {n}|ООО {s}|Гостиница {l}|Администрация {l}|Аптека|Магазин {s}"),
    "tr": listed(
        "{l} Belediyesi|{s} Eczanesi|Hotel {l}|{s} Restaurant|{s} İlkokulu|{l} Devlet Hastanesi"
    ),
}
TEMPLATES["sv"] = listed("{s} AB|Hotell {l}|{l} kommun|{l}skolan|Restaurang {s}|{p}|{l} bibliotek")
TEMPLATES["da"] = listed(
    "{s} ApS|Hotel {l}|{l} Kommune|{l} Skole|Café {s}|{p}|{l} Bibliotek|{s} A/S"
)
TEMPLATES["nb"] = listed("{s} AS|Hotell {l}|{l} kommune|{l} skole|{p}|{l} kirke")

TEMPLATES |= {
    "fi": listed("{s} Oy|Hotelli {l}|{l}n koulu|Ravintola {s}|{l}n kirjasto|K-Market {l}|{p}"),
    "cs": listed(
        "{s} s.r.o.|Hotel {s}|Základní škola {l}|Restaurace {s}|Obecní úřad {l}|Lékárna {s}|{p}"
    ),
    "sk": listed(
        "{s} s.r.o.|Hotel {s}|Základná škola {l}|Reštaurácia {s}|Obecný úrad {l}|Lekáreň {s}"
    ),
    "hu": listed(
        "{s} Kft.|Hotel {s}|{l}i Általános Iskola|{s} Étterem|Polgármesteri Hivatal|"
        "{s} Gyógyszertár"
    ),
    "ro": listed(
        "SC {s} SRL|Hotel {s}|Școala {s}|Restaurant {s}|Primăria {l}|Farmacia {s}|Spitalul {l}|"
        "{s} S.A."
    ),
    "hr": listed(
        "{s} d.o.o.|Hotel {s}|Osnovna škola {s}|Restoran {s}|Općina {l}|Ljekarna {s}|Caffe bar {s}"
    ),
    "sl": listed("{s} d.o.o.|Hotel {s}|Osnovna šola {l}|Gostilna {s}|Občina {l}|Lekarna {l}"),
    "lt": listed("UAB {s}|Viešbutis {s}|{l} mokykla|Vaistinė {s}|{l} seniūnija|Restoranas {s}"),
    "lv": listed(
        "SIA {s}|Viesnīca {s}|{l} vidusskola|Aptieka {s}|{l} pagasta pārvalde|Kafejnīca {s}"
    ),
    "et": listed("{s} OÜ|Hotell {s}|{l} kool|{l} Apteek|{l} Vallavalitsus|AS {s}|Kohvik {s}"),
    "is": listed("{s} ehf.|Hótel {s}|{l}skóli|Apótek {l}|Veitingastaðurinn {s}"),
    "bg": listed(
        "Хотел {s}|ОУ {s}|Ресторант {s}|Община {l}|Аптека {s}|{s} ЕООД|{s} ООД|Банка ДСК|"
        "Кметство {l}"
    ),
    "mk": listed("Хотел {s}|ОУ {s}|Ресторан {s}|Општина {l}|Аптека {s}"),
    "uk": listed(
        "Школа № {n}|ТОВ {s}|Готель {l}|Аптека {s}|Магазин {s}|Ресторан {s}|ПриватБанк|Кафе {s}"
    ),
    "el": listed(
        "Ξενοδοχείο {s}|Φαρμακείο {s}|Δημαρχείο {l}|Ταβέρνα {s}|Εστιατόριο {s}|"
        "{n}ο Δημοτικό Σχολείο|Τράπεζα {s}|Καφέ {s}"
    ),
    "he": listed(
        "בית ספר {s}|מלון {s}|בית קפה {s}|בנק {s}|מסעדת {s}|עיריית {l}|בית מרקחת {s}|קופת חולים {l}"
    ),
    "ar": listed(
        "فندق {s}|مدرسة {s}|مطعم {s}|صيدلية {s}|مستشفى {l}|بنك {s}|بلدية {l}|مسجد {s}|"
        "جامعة {l}|مقهى {s}|شركة {s}|سوبرماركت {s}"
    ),
    "fa": listed(
        "هتل {s}|مدرسه {s}|رستوران {s}|داروخانه {s}|بیمارستان {s}|بانک {s}|دانشگاه {l}|"
        "شرکت {s}|مسجد {s}"
    ),
    "th": listed(
        "โรงแรม{s}|โรงเรียน{l}|โรงพยาบาล{l}|ร้านอาหาร{s}|ธนาคาร{s}|วัด{l}|บริษัท {s} จำกัด|"
        "เซเว่นอีเลฟเว่น|มหาวิทยาลัย{l}"
    ),
    "hi": listed("होटल {s}|{l} विद्यालय|{s} अस्पताल|बैंक {s}|{s} रेस्टोरेंट"),
    "ka": listed("სასტუმრო {s}|სკოლა №{n}|რესტორანი {s}|აფთიაქი {s}|ბანკი {s}|კაფე {s}"),
    "hy": listed("Հյուրանոց {s}|Դպրոց {n}|Ռեստորան {s}|Դեղատուն {s}|Բանկ {s}"),
    "az": listed("{s} Hotel|{s} Restoranı|{n} saylı məktəb|{s} aptek|{s} MMC|{s} Bank"),
    "id": listed(
        "PT {s}|PT. {s} Indonesia|Hotel {s}|SD Negeri {n} {l}|RSUD {l}|Masjid {s}|Apotek {s}|"
        "Bank {s}|Warung {s}|Toko {s}|CV {s}|Rumah Makan {s}"
    ),
    "ms": listed(
        "{s} Sdn Bhd|{s} Sdn. Bhd.|Hotel {s}|SK {l}|Restoran {s}|Klinik {s}|Masjid {s}|"
        "Farmasi {s}|Hospital {l}|Kedai {s}|SMK {l}"
    ),
    "vi": listed(
        "Khách sạn {s}|Trường Tiểu học {l}|Công ty TNHH {s}|Nhà hàng {s}|Bệnh viện {l}|"
        "UBND {l}|Nhà thuốc {s}|Ngân hàng {s}|Chợ {l}|Công ty Cổ phần {s}"
    ),
    "mn": listed("{s} ХХК|Зочид буудал {s}|{n}-р сургууль|{s} банк|{s} ресторан"),
    "sq": listed("Hotel {s}|Shkolla {s}|Restorant {s}|Farmaci {s}|Bashkia {l}|Bar {s}"),
}

LATIN = listed(
    "{s} Pvt Ltd|{s} Pvt. Ltd.|{s} Industries|{s} Group|{s} General Trading LLC|{s} Pte Ltd|"
    "{s} International School|{s} & Co|{s} Motors|{s} Bank|{s} Clinic|{s} Holdings|{s} Hotel & Spa|"
    "{s} Shopping Mall|{l} Railway Station|{s} Exports|{s} Ltd|{s} Textiles|{s} Consulting|"
    "{l} Central Post Office|{s} Bakery|{l} City Hall|{s} School|Al {s} Restaurant|Cafe {s}|"
    "{l} Hotel|{s} Trading Co.|{s} Restaurant|Hotel {l}|{l} Hospital|Embassy of {l}|"
    "{s} Supermarket|{l} Primary School|{s} Enterprises Ltd|{l} Market|{s} Cafe|"
    "Bank of {l}|{l} University|{p}|{l} Mall|{s} Pharmacy|{s} Co., Ltd.|"
    "{l} International Airport|{s} Guest House|{l} Police Station|{l} Museum"
)
PLACE_NAMED = listed(
    "{l}, {r} Steakhouse|{l} Street Cafe|{l} Avenue Grill|The {r} Room|{l} Road Diner|"
    "Little {l}|{n} {l} Street Bistro|{r} Roadhouse|{l} {n}|Cafe {l}|{l} Kitchen|"
    "{n}th Street Tavern|Route {n} Grill"
)

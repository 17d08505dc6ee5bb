"""More words for parts of towns: northern Africa, the Gulf, south-eastern Asia, native scripts.

Place-holders are those of `quarter_words`.
"""

from postwright.corpus.compose.listing import listed

_MAGHREB = listed(
    "Hay {m}|Hay {p}|Quartier {m}|Lotissement {m}|Lot. {m}|Lot {m}|Cité {m}|Résidence {m}|Médina|"
    "Centre Ville|Quartier Industriel|Zone Industrielle {p}|Cité {n} Logements|Hai {m}|Haï {p}|"
    "Bab {p}|{p}|Cité El {m}|Bloc {l}|Ville Nouvelle|Secteur {s}|Cité {n} Lgts"
)
_LEVANT = listed(
    "Al {m}|{p}|Jabal {p}|Hay Al {m}|{m} District|{p} District|Al {m} Area|Block {s}|"
    "Industrial Area|{p} Area|Area {n}|Ras {p}|Ain {p}|Zone {s}"
)
_SOUTHERN_AFRICAN = listed(
    "{p}|{p} Park|{p} North|{p} Extension {s}|Extension {s}|Ext {s}|Block {s}|Ward {s}|{p} {s}|"
    "{m} Township|Phase {s}|Section {l}|Area {n}|{m} Compound|{p} Village|Industrial Area|{p} West"
)
_CENTRAL_ASIAN = listed(
    "{p} District|{p} microdistrict|{s} microdistrict|Massiv {m}|{p} mahalla|{p} rayon|Block {s}"
)
URBAN_MORE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("MA", "DZ", "TN"), _MAGHREB),
    **dict.fromkeys(("JO", "LB", "OM", "EG", "IQ", "LY", "SD", "YE", "SY", "PS"), _LEVANT),
    **dict.fromkeys(("ZM", "ZW", "MW", "NA", "BW"), _SOUTHERN_AFRICAN),
    **dict.fromkeys(("KZ", "KG", "UZ", "TJ", "AZ", "TM"), _CENTRAL_ASIAN),
    "PH": listed(
        "Brgy. {p}|Brgy. {v}|Brgy {p}|Barangay {p}|Barangay {v}|Bgy. {p}|Barangay {s}|Brgy. {n}|"
        "Poblacion|Brgy. Poblacion|Barangay Poblacion|{m} Subdivision|{m} Subd.|{v} Village|"
        "{m} Village|{m} Homes|{m} Heights|Phase {s}|Zone {s}|District {s}|{p}|{p}|Barrio {v}"
    ),
    "ID": listed("Kel. {p}|Kelurahan {p}|Perum {m}|Perumahan {m} Indah|Komplek {m}|Kec. {p}"),
    "MM": listed("{p} Township|{p} Quarter|No. {s} Quarter|Ward {s}|{p} Ward|{m} Tsp."),
    "KH": listed("Sangkat {p}|Khan {p}|Phum {p}|Khum {p}|Village {s}|Group {s}|Sangkat {m}"),
    "LA": listed("Ban {p}|Ban {m}|{p} Village|Unit {s}|Muang {p}"),
    "MU": listed("{p}|Morcellement {m}|Cité {m}|Résidence {m}|{p} Branch Road"),
    "GE": listed("{p} District|{m} Settlement|{p} microdistrict|{s} m/r|Block {s}"),
    "AM": listed("{p} District|{m} District|Block {s}|{p} Administrative District"),
    "MN": listed("{p} District|{s}th khoroo|{s} khoroo|Khoroo {s}|{p} duureg|Khoroolol {s}"),
    "IR": listed("{p}|District {s}|Shahrak-e {m}|{m} Town|{p} Neighborhood|Zone {s}"),
    "AF": listed("District {s}|{p}|Karte {m}|PD {s}|Nahia {s}|{m} Mena"),
}
"""Parts of towns in Latin letters."""

NATIVE_URBAN = {
    "ar": listed(
        "حي {p}|حي {p}|حي {p}|حي ال{p}|منطقة {p}|المنطقة الصناعية|قطعة {s}|ضاحية {p}|محلة {s}|"
        "مدينة {p}|حي النصر|حي السلام|حي الزهور|حي الجامعة|حي النخيل|وسط المدينة|المدينة القديمة|"
        "حي {s}|مجمع {n}|حي الأندلس|حي الروضة|حي النهضة|المربع {s}|شياخة {p}|عزبة {p}"
    ),
    "fa": listed("محله {p}|شهرک {p}|منطقه {s}|ناحیه {s}|کوی {p}|شهرک صنعتی|فاز {s}|بلوک {s}"),
    "he": listed("שכונת {p}|שכונת {p}|אזור התעשייה|רמת {p}|גבעת {p}|נווה {p}|שכונה {s}|קריית {p}"),
    "mn": listed("{s}-р хороо|{s} дүгээр хороо|{s}-р баг|{s}-р хороолол|{s}-р хороо"),
    "ka": listed("{p}ის დასახლება|{s} მიკრორაიონი|{s} მ/რ|{p}ის უბანი|{s} კვარტალი"),
}
"""Parts of towns in the letters of the language."""

HAMLETS = {
    "VN": listed(
        "Thôn {s}|thôn {s}|Tổ {s}|tổ {s}|Tổ dân phố {s}|Khu phố {s}|KP {s}|Ấp {s}|"
        "ấp {s}|Xóm {s}|Khu {s}|Khóm {s}|Bản {s}|Buôn {s}|Tổ {s}, Khu phố {s}|Đội {s}"
    ),
    "ID": listed(
        "Dusun {p}|Dsn. {p}|Dusun {r}|Dk. {p}|Kampung {p}|Kp. {p}|Lingkungan {r}|"
        "Lk. {r}|Dukuh {p}|Jorong {p}|Banjar {p}"
    ),
    "PH": listed(
        "Purok {s}|Purok {s}|Sitio {p}|Sitio {v}|Purok {s}-{l}|Zone {s}|Prk. {s}|Purok {v}"
    ),
    "TH": listed("หมู่บ้าน{p}|บ้าน{p}|ชุมชน{p}"),
    "MM": listed("Ward {s}|{s} Ward"),
}
"""What is smaller than the quarter and stands in front of it."""

"""Words for parts of towns by country: `{m}` a name, `{p}` a place, `{v}` a name as parishes bear.

The other place-holders are those of `inner_parts.filled`.
"""

from postwright.corpus.compose.listing import listed

IBERIAN_NAMES = {
    "es": listed(
        "San José|San Antonio|Santa Rosa|El Carmen|La Esperanza|Las Flores|El Progreso|"
        "Buenos Aires|La Libertad|San Juan|Los Pinos|El Rosario|Santa Lucía|La Unión|"
        "El Porvenir|Las Brisas|Guadalupe|La Cruz|El Mirador|San Pedro|Santa Cruz|La Paz|"
        "Nueva Esperanza|San Miguel|El Paraíso|Las Palmas|Los Ángeles|Santa Elena|El Bosque|"
        "Villa Nueva|San Francisco|La Merced|El Recreo|Los Olivos|La Reforma|El Centro|"
        "San Martín|Agua Fría|El Salitre|La Laguna|Las Lomas|Los Cerritos|San Isidro"
    ),
    "pt": listed(
        "Santo Antônio|São José|Santa Luzia|São Francisco|Aparecida|Boa Esperança|São João|"
        "Santa Rita|São Pedro|Nova Esperança|Santa Cruz|São Sebastião|Boa Vista|Bela Vista|"
        "Primavera|das Flores|América|Progresso|Santa Helena|São Cristóvão|Paraíso|Ipê|"
        "das Palmeiras|São Vicente|Santa Mônica|Imperial|Alvorada|Europa|Independência"
    ),
}
_INDIAN = listed(
    "Sector {s}|Sector-{s}|Sector - {s}|Sector No. {s}|Sec {s}|Sec-{s}|Sector {l}|Sector {n}|"
    "Phase {s}|Phase-{s}|Phase {r}|Phase-{r}|{m} Nagar|{m} Nagar|{m} Nagar|{m} Colony|{m} Colony|"
    "{m} Vihar|{m} Puram|{m} Extension|{m} Extn.|{m} Layout|{m} Enclave|{m} Ganj|{m} Park|"
    "{m} Bagh|{p} East|{p} West|{p} (E)|{p} (W)|{p}|{p}|{p}|{p}|{p}|{p}|{p}|{p} Village|"
    "MIDC|M.I.D.C.|MIDC Area|MIDC {p}|M.I.D.C. Industrial Area|MIDC Industrial Area|T.T.C.|"
    "TTC Industrial Area|T.T.C. Industrial Area|GIDC|G.I.D.C.|GIDC Estate|G.I.D.C. Estate|"
    "SIDCO Industrial Estate|SIPCOT Industrial Complex|SIPCOT|RIICO Industrial Area|KIADB|"
    "KIADB Industrial Area|HSIIDC|Focal Point|SEZ|Industrial Area|Industrial Estate|"
    "{p} Industrial Area|{p} Industrial Estate|Indl. Area|Ind. Area|Industrial Area Phase {s}|"
    "Main Market|Old City|Civil Lines|Cantonment|Cantt|Model Town|{l}.{l}. Nagar|{l} {l} Nagar|"
    "Ward No. {s}|Ward {s}|Mohalla {m}|{m} Mohalla|{m} Bazar|Sadar Bazar|Railway Colony|"
    "New Colony|{w} Cross|{m} Township|{m} Society|{m} Gunj|{m} Peth|{m} Wadi|{m} Pura|{m} Garden"
)
_PAKISTANI = listed(
    "Sector {l}-{s}|Phase {s}|Phase {r}|DHA Phase {s}|DHA|D.H.A.|Model Town|{m} Town|{m} Colony|"
    "Gulshan-e-{m}|Satellite Town|Cantt|{p} Cantt|Mohalla {m}|Saddar|SITE Area|S.I.T.E.|"
    "Industrial Area|{m} Abad|Gulberg {r}|Gulberg|Scheme {s}|{m} Housing Society|Civil Lines|"
    "Industrial Estate|{p}|{p}|Ward No. {s}|Garden Town|Block {s}|Block {l}|Block-{s}|Blk {l}|"
    "{m} Society|P.E.C.H.S.|{m} Scheme|Bahria Town|Phase {s} Extension"
)
_BENGALI = listed(
    "Sector {s}|Sector-{s}|Sector # {s}|Section {s}|{m} R/A|{m} Residential Area|{m} C/A|"
    "{m} Commercial Area|Ward {s}|Ward No. {s}|{m} Bazar|{m} Para|Mouza {m}|{p}|{p}|{p}|DOHS {m}|"
    "BSCIC Industrial Area|EPZ|{m} I/A|Union {p}|Thana {p}|{p} Union|Block {l}|"
    "Block-{l}|Block # {l}|{m} Model Town|{m} Housing|Mirpur {s}|{m} Nagar|Old {p}|{p} Sadar"
)
_NEPALI = listed("Ward No. {s}|Ward {s}|Ward-{s}|{m} Tole|{m} Chowk|{p}|{m} Marga")
_CEYLONESE = listed("{p}|{p}|{p} North|{p} South|{p} East|{m} Watta|{m} Housing Scheme|{m} Place")
_FRENCH_AFRICAN = listed(
    "Quartier {p}|Quartier {m}|Qtier {m}|Cité {m}|Zone Industrielle|Zone {s}|Lotissement {m}|"
    "{p}|Secteur {s}|Villa {m}|Camp {m}|Centre-ville|Plateau"
)
_PORTUGUESE_AFRICAN = listed("Bairro {m}|Bairro Central|B. {m}|Bairro {v}|Zona {l}|{p}|Maianga")

_ISLANDS = listed("{p}|{p}|{p} Estate|{m} Heights|{p}|{m} Gardens|{p} Village|{m} Park")
_SMALL_ENGLISH = tuple(
    "AG AI BB BM BS BZ DM ER FJ FK FM GD GI GM GU GY JM KI KN KY LC LR LS MH MV NR PG PW SB SC SL "
    "SR SS SZ TC TO TT TV VC VI VU WS".split()
)
_SMALL_FRENCH = tuple("BI CF CG DJ GN HT KM MR NE RW TD".split())

URBAN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_SMALL_ENGLISH, _ISLANDS),
    **dict.fromkeys(_SMALL_FRENCH, _FRENCH_AFRICAN),
    "IN": _INDIAN,
    "PK": _PAKISTANI,
    "BD": _BENGALI,
    "NP": _NEPALI,
    "LK": _CEYLONESE,
    "BR": listed(
        "Centro|Centro|Centro|Centro|{m}|{p}|{p}|{v}|{v}|Jardim {v}|Jardim {m}|Jd. {v}|Jd {m}|"
        "Vila {v}|Vila {m}|Parque {v}|Parque {m}|Pq. {m}|Bairro {m}|Bairro {v}|Bairro {p}|"
        "Bairro: {p}|B. {v}|Conj. {m}|Conj. Hab. {v}|Setor Sul|Setor Central|"
        "Setor Oeste|Setor {m}|Distrito Industrial|Zona Rural|Loteamento {v}|"
        "Cidade Nova|Cidade Alta|Industrial|Vila Nova|Alto {v}|Alto da {v}|Morro do {m}|Planalto|"
        "Praia de {p}|Recanto {v}|Chácara {v}|Núcleo {m}|Nova {p}|Interior"
    ),
    "MX": listed(
        "Centro|Col. Centro|Colonia Centro|Zona Centro|Col. {v}|Col. {m}|Colonia {m}|Fracc. {m}|"
        "Fraccionamiento {v}|Barrio {v}|Barrio de {v}|U.H. {m}|Unidad Habitacional {m}|"
        "Parque Industrial {p}|Infonavit {m}|{v}|Res. {m}|Ampl. {m}|Sección {r}|Cd. Industrial"
    ),
    "GT": listed(
        "Zona {s}|Zona {s}|Zona {s}|Zona {s}|Zona 1|Zona 1|Zona 2|Zona 0|zona {s}|Z. {s}|"
        "Barrio {v}|Barrio {v}|Barrio El Centro|Barrio Centro|Colonia {v}|Colonia {m}|Col. {m}|"
        "Cantón {v}|Residenciales {m}|Lotificación {v}|Sector {s}"
    ),
    "CO": listed(
        "Barrio {v}|Barrio {m}|Barrio Centro|Br. {v}|Brr. {m}|B/ {v}|Barrio El Centro|Centro|"
        "Urb. {m}|Urbanización {v}|Comuna {s}|Sector {v}|Zona Industrial|Villa {m}"
    ),
    "AR": listed(
        "Barrio {v}|Barrio {m}|B° {v}|Bº {m}|B° Centro|Barrio Centro|Barrio {n} Viviendas|"
        "B° {n} Viv.|Villa {m}|Barrio Parque {m}|Parque Industrial|Centro|{p}|Barrio Juan {r}"
    ),
    "CL": listed(
        "Población {v}|Población {m}|Pobl. {m}|Pob. {v}|Villa {m}|Villa {v}|Sector {v}|"
        "Cerro {m}|Centro|Barrio {m}|Barrio Industrial|Sector {p}"
    ),
    "PE": listed(
        "Urb. {v}|Urb. {m}|Urbanización {m}|A.H. {v}|AA.HH. {v}|AAHH {m}|P.J. {v}|Coop. {m}|"
        "Asoc. {v}|Cercado|Barrio {v}|Zona {l}|Sector {r}|Res. {m}|Parque Industrial|Sector {s}"
    ),
    "EC": listed(
        "Barrio {v}|Ciudadela {m}|Cdla. {v}|Cdla {m}|Urb. {m}|Parroquia {v}|Parr. {p}|Sector {v}|"
        "Coop. {v}|Centro Histórico|Barrio {m}|Sector {p}"
    ),
    "CR": listed("Barrio {v}|Urb. {m}|Centro|Distrito {p}|Barrio {m}|Urb. {v}"),
    "VE": listed("Urb. {v}|Urbanización {m}|Sector {v}|Barrio {v}|Parroquia {v}|Zona Industrial"),
    "BO": listed("Zona {v}|Zona Central|Zona Sur|Barrio {m}|Villa {v}|B/ {v}|Zona Norte"),
    "DO": listed("Ensanche {m}|Ens. {m}|Sector {v}|Villa {v}|Res. {m}|Urb. {m}|Los {m}"),
    "PA": listed("Barriada {v}|Corregimiento {p}|Urb. {m}|Corregimiento de {p}|Barrio {m}|{p}"),
    "PY": listed("Barrio {v}|Barrio {m}|B° {v}|Villa {v}|{p}"),
    "UY": listed("Barrio {m}|Barrio {v}|Bº {m}|{p}"),
    "HN": listed("Barrio {v}|Colonia {m}|Col. {m}|Bo. {v}|Col. {v}"),
    "SV": listed("Barrio {v}|Colonia {m}|Col. {v}|Reparto {m}|Urb. {m}"),
    "NI": listed("Barrio {v}|Colonia {m}|Reparto {m}|Bo. {m}|Distrito {r}"),
    "CU": listed("Reparto {m}|Rpto. {v}|Reparto {v}|{p}|Consejo Popular {m}"),
    "PR": listed("Urb. {v}|Urb. {m}|Bo. {p}|Barrio {p}|Villa {m}|Ext. {m}|Sector {m}|Alturas {m}"),
    "ZA": listed(
        "{p}|{p}|{p}|{p} Park|{p} Ext {s}|{p} Extension {s}|{m} Heights|{p} North|{p} East|"
        "Section {l}|Zone {s}|{p} Industria|{m} Estate|{p} Central"
    ),
    "NG": listed("GRA|G.R.A.|{m} Estate|{m} Layout|Phase {s}|{p}|{p} Quarters|Area {s}|Zone {s}"),
    "GH": listed(
        "{p}|East {p}|{m} Estates|North {p}|Community {s}|{p} Industrial Area|{p} New Town"
    ),
    "KE": listed("{p}|{m} Estate|Industrial Area|{p} Area|Phase {s}|{m} Gardens|{p} Township"),
    "TZ": listed("{p}|{p} Area|{p} Ward|Kata ya {p}|Mtaa wa {m}"),
    "UG": listed("{p}|{p} Zone|{p} Division|{p} Parish|Industrial Area"),
    "MY": listed(
        "Taman {m}|Taman {p}|Taman Seri {m}|Kampung {p}|Kg. {p}|Kg {m}|Bandar Baru {p}|"
        "Seksyen {s}|Section {s}|SS{s}|SS {s}|USJ {s}|PJU {s}|Bandar {m}|Desa {m}|"
        "Kawasan Perindustrian {p}|Taman Perindustrian {m}|Precinct {s}|Presint {s}"
    ),
    "AE": listed("Al {m} {s}|Industrial Area {s}|{p}|Al {m}|{m} City|Community {s}"),
    "SA": listed("Al {m} District|Al {m} Dist.|{p}|Al {m}|{p} District|Industrial City"),
    "KW": listed("Block {s}|Block {s}|Blk {s}|{p} Block {s}"),
    "QA": listed("Zone {s}|Zone {s}|Industrial Area|{p}|Al {m}"),
    "BH": listed("Block {n}|Block {n}|{p}|Area {s}"),
    "ET": listed("Kebele {s}|Woreda {s}|{p} Sub City|Kebele 0{s}|{m} Sefer|{p}"),
    "CI": _FRENCH_AFRICAN,
    "SN": _FRENCH_AFRICAN,
    "CM": _FRENCH_AFRICAN,
    "BJ": _FRENCH_AFRICAN,
    "TG": _FRENCH_AFRICAN,
    "ML": _FRENCH_AFRICAN,
    "BF": _FRENCH_AFRICAN,
    "GA": _FRENCH_AFRICAN,
    "CD": _FRENCH_AFRICAN,
    "MG": _FRENCH_AFRICAN,
    "AO": _PORTUGUESE_AFRICAN,
    "MZ": _PORTUGUESE_AFRICAN,
}
"""Parts of towns."""

RURAL = {
    "GT": listed(
        "Aldea {v}|Aldea {p}|Aldea {p}|Aldea {v}|Aldea {m}|Caserío {p}|Caserío {v}|Cantón {p}|"
        "Comunidad {v}|Sector {v}|Parcelamiento {v}|Finca {v}|Paraje {p}"
    ),
    "CO": listed("Vereda {v}|Vereda {p}|Vda. {v}|Vda {p}|Corregimiento {p}|Corr. {v}|Finca {v}"),
    "AR": listed("Paraje {v}|Paraje {p}|Colonia {p}|Zona Rural"),
    "CL": listed("Sector {p}|Fundo {v}|Localidad de {p}|Caserío {v}"),
    "PE": listed("Centro Poblado {p}|Caserío {p}|Anexo {v}|Comunidad {p}|Fundo {v}"),
    "EC": listed("Recinto {v}|Comunidad {p}|Parroquia {p}|Comuna {v}|Rcto. {v}"),
    "HN": listed("Aldea {v}|Caserío {p}|Aldea {p}"),
    "SV": listed("Cantón {v}|Caserío {p}|Cantón {p}"),
    "NI": listed("Comarca {v}|Comunidad {p}"),
    "BR": listed("Zona Rural|Povoado {v}|Distrito de {p}|Fazenda {v}|Sítio {v}|Assentamento {v}"),
    "MX": listed("Ejido {v}|Ejido {p}|Rancho {v}|Ranchería {p}|{p}|Campo {s}|{v}"),
}
"""Hamlets and farms, where a row has no street."""

_INDIAN_SEATS = listed(
    "Tal. {p}|Tal {p}|Tal- {p}|Taluka {p}|Ta. {p}|Taluk {p}|{p} Taluk|{p} Taluka|Tehsil {p}|"
    "Teh. {p}|Teh {p}|Tehsil - {p}|{p} Tehsil|{p} Mandal|Mandal {p}|{p} (M)|P.O. {p}|PO {p}|"
    "P.O.- {p}|Post {p}|Post - {p}|P.S. {p}|PS {p}|Via {p}|Hobli {p}|{p} Hobli"
)
SEATS = {
    "IN": _INDIAN_SEATS,
    "PK": listed("Tehsil {p}|Teh. {p}|Tehsil {p}|P.O. {p}|PO {p}|Post Office {p}|Thana {p}"),
    "BD": listed("Upazila {p}|Thana {p}|P.S. {p}|PS: {p}|P.O. {p}|PO: {p}|Post {p}|{p} Upazila"),
}
"""The office over a village: taluk, tehsil, post office, police station."""

VILLAGES = {
    "IN": listed(
        "Vill. {}|Vill {}|Village {}|VPO {}|V.P.O. {}|Vill- {}|{} Village|At {}|At Post {}"
    ),
    "PK": listed("Village {}|Vill. {}|VPO {}|Mauza {}|Dera {}"),
    "BD": listed("Vill. {}|Village {}|Vill: {}|Vill- {}"),
}
"""Words that a village carries."""

SHARE = {
    "IN": 1.0,
    "BR": 1.6,
    "GT": 1.8,
    "CO": 0.6,
    "AR": 0.5,
    "CL": 0.5,
    "MX": 0.3,
    "UY": 0.4,
    "ZA": 0.6,
    "LK": 0.6,
    "PE": 0.8,
    "AE": 0.5,
    "SA": 0.5,
    **dict.fromkeys((*_SMALL_ENGLISH, *_SMALL_FRENCH), 0.4),
}
"""Scale of the form `quarter`; 0.8 where not named."""

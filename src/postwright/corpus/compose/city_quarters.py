"""Quarters of large cities as people write them, for tables that hold the city alone."""

from postwright.corpus.compose.draft import Draft

_QUARTERS = {
    "AT Wien": "Innere_Stadt Leopoldstadt Landstraße Wieden Margareten Mariahilf Neubau Josefstadt "
    "Alsergrund Favoriten Simmering Meidling Hietzing Penzing Rudolfsheim-Fünfhaus Ottakring "
    "Hernals Währing Döbling Brigittenau Floridsdorf Donaustadt Liesing",
    "AT Graz": "Lend Gries Geidorf Jakomini Eggenberg Andritz Puntigam Liebenau Waltendorf",
    "AT Linz": "Urfahr Ebelsberg Kleinmünchen Pichling Auhof Bindermichl Froschberg",
    "CZ Praha": "Nusle Žižkov Vinohrady Smíchov Dejvice Holešovice Libeň Vršovice Karlín Břevnov "
    "Krč Michle Strašnice Stodůlky Modřany Chodov Vysočany Letňany Řepy Podolí Braník",
    "CZ Ostrava": "Poruba Zábřeh Vítkovice Hrabůvka Mariánské_Hory Přívoz Dubina Svinov "
    "Michálkovice",
    "CZ Brno": "Židenice Líšeň Bystrc Královo_Pole Žabovřesky Bohunice Komín Slatina Tuřany",
    "CZ Plzeň": "Bolevec Doubravka Lobzy Skvrňany Slovany Bory",
    "SK Bratislava": "Ružinov Petržalka Staré_Mesto Dúbravka Rača Karlova_Ves Nové_Mesto Lamač",
    "SK Košice": "Staré_Mesto Sever Juh Západ Ťahanovce Šaca Barca",
    "PL Warszawa": "Mokotów Praga-Południe Ursynów Wola Bielany Bemowo Targówek Śródmieście Ochota "
    "Białołęka Praga-Północ Wawer Żoliborz Ursus Włochy Wilanów Wesoła Rembertów",
    "PL Kraków": "Nowa_Huta Podgórze Krowodrza Kazimierz Bronowice Prokocim Dębniki Zwierzyniec",
    "PL Wrocław": "Krzyki Fabryczna Psie_Pole Stare_Miasto Śródmieście Leśnica Oporów Gaj",
    "PL Poznań": "Jeżyce Grunwald Wilda Rataje Winogrady Piątkowo Łazarz",
    "PL Łódź": "Bałuty Widzew Górna Polesie Śródmieście Retkinia",
    "PL Gdańsk": "Wrzeszcz Oliwa Przymorze Zaspa Chełm Orunia Osowa",
    "DE Hamburg": "Altona Eimsbüttel Wandsbek Bergedorf Harburg Barmbek-Nord Eppendorf Winterhude",
    "DE München": "Schwabing Sendling Pasing Giesing Bogenhausen Neuhausen Laim Moosach Trudering",
    "DE Köln": "Ehrenfeld Nippes Kalk Deutz Lindenthal Sülz Porz Mülheim Rodenkirchen",
    "DE Berlin": "Mitte Kreuzberg Neukölln Charlottenburg Pankow Spandau Wedding Schöneberg "
    "Lichtenberg",
    "DE Leipzig": "Connewitz Plagwitz Gohlis Lindenau Reudnitz Grünau Stötteritz",
    "DE Dresden": "Neustadt Blasewitz Striesen Pieschen Löbtau Cotta Leuben",
    "DE Hannover": "Linden List Südstadt Döhren Bothfeld Misburg Herrenhausen",
    "CH Zürich": "Altstetten Oerlikon Wiedikon Wollishofen Höngg Schwamendingen Seebach Affoltern",
    "CH Bern": "Bümpliz Länggasse Breitenrain Bethlehem Kirchenfeld",
    "CH Basel": "Kleinbasel Gundeldingen St._Johann Bachletten Bruderholz",
    "BE Antwerpen": "Berchem Borgerhout Deurne Merksem Hoboken Wilrijk Ekeren",
    "BE Leuven": "Heverlee Wijgmaal Wilsele Korbeek-Lo",
    "BE Gent": "Ledeberg Gentbrugge Sint-Amandsberg Mariakerke Wondelgem Drongen",
    "BE Liège": "Angleur Grivegnée Bressoux Chênée Jupille Rocourt",
    "IE Dublin": "Ranelagh Rathmines Clontarf Drumcondra Phibsborough Terenure Raheny Sandymount "
    "Crumlin Finglas Glasnevin Donnybrook Inchicore Cabra Kimmage Coolock",
    "IE Galway": "Salthill Renmore Newcastle Ballybane Mervue",
    "IE Cork": "Blackpool Bishopstown Ballintemple Turners_Cross Wilton Mayfield",
    "GB London": "Camden Hackney Islington Battersea Clapham Brixton Peckham Stratford Fulham "
    "Acton "
    "Ealing Streatham Tooting Walthamstow Shoreditch Bermondsey Finchley Hampstead",
    "GB Birmingham": "Edgbaston Moseley Handsworth Erdington Aston Selly_Oak King's_Heath",
    "GB Manchester": "Didsbury Chorlton Fallowfield Hulme Withington Ancoats",
    "GB Leeds": "Headingley Horsforth Morley Beeston Chapel_Allerton Roundhay",
    "GB Glasgow": "Partick Govan Hillhead Maryhill Shawlands Dennistoun",
    "GB Edinburgh": "Leith Morningside Portobello Gorgie Corstorphine Stockbridge",
    "ES Madrid": "Chamberí Salamanca Carabanchel Vallecas Hortaleza Tetuán Usera Moratalaz "
    "Chamartín",
    "ES Barcelona": "Gràcia Eixample Sants Sant_Andreu Les_Corts Horta Poblenou Sarrià",
    "PT Lisboa": "Benfica Alvalade Belém Campo_de_Ourique Lumiar Olivais Arroios Marvila Carnide",
    "PT Porto": "Paranhos Bonfim Campanhã Cedofeita Ramalde Aldoar Massarelos",
    "IT Roma": "Trastevere EUR Ostia_Lido Garbatella Tuscolano Monteverde Prati Centocelle",
    "IT Milano": "Lambrate Brera Bovisa Niguarda Baggio Navigli Città_Studi",
    "FI Helsinki": "Kallio Töölö Pasila Lauttasaari Vuosaari Malmi Herttoniemi",
    "SE Stockholm": "Södermalm Vasastan Kungsholmen Östermalm Bromma Hägersten Vällingby",
    "NO Oslo": "Grünerløkka Frogner Majorstuen Gamle_Oslo Sagene Nordstrand",
    "DK København V": "Vesterbro Kongens_Enghave",
    "DK København N": "Nørrebro",
    "NZ Auckland": "Ponsonby Mount_Eden Remuera Epsom Grey_Lynn Henderson Manukau Takapuna "
    "Glenfield",
    "NZ Wellington": "Te_Aro Newtown Karori Kelburn Johnsonville Miramar Thorndon",
    "NZ Christchurch": "Riccarton Addington Papanui Sydenham Hornby Fendalton Linwood",
    "GR Αθήνα": "Κολωνάκι Παγκράτι Εξάρχεια Κυψέλη Αμπελόκηποι Πλάκα Πετράλωνα Γουδή Σεπόλια",
    "GR Θεσσαλονίκη": "Τούμπα Λαδάδικα Χαριλάου Ξηροκρήνη",
    "UA Київ": "Оболонь Троєщина Позняки Осокорки Виноградар Теремки Нивки Печерськ",
    "RU Москва": "Бутово Митино Медведково Черёмушки Строгино Выхино Люблино Тушино Бибирево",
    "RO București": "sector_1 sector_2 sector_3 sector_4 sector_5 sector_6 Sectorul_2 Sector_4 "
    "Drumul_Taberei Militari Titan",
    "HU Budapest": "I._kerület V._kerület VII._kerület XI._ker. VIII._kerület II._ker. "
    "XIII._kerület "
    "XIV._ker. Zugló Óbuda Újpest Kispest Csepel",
}


def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    """By country and city: the quarters."""
    out: dict[str, dict[str, tuple[str, ...]]] = {}
    for place, text in _QUARTERS.items():
        country, _, city = place.partition(" ")
        names = tuple(name.replace("_", " ") for name in text.split(" "))
        out.setdefault(country, {})[city] = names
    return out


_BY_CITY = _table()


def add_quarter(draft: Draft) -> None:
    """Give a large city one of its quarters, where the row has none: `1130 Wien, Hietzing`.

    The districts of Vienna stand in its postcodes, and the code is made to agree.
    """
    fields, country = draft.fields, draft.kit.country
    town = fields.get("locality", "")
    quarters = _BY_CITY.get(country, {}).get(town)
    if town == "Wien" and not fields.get("postcode"):
        fields["postcode"] = f"1{1 + draft.below(23):02d}0"
    if not quarters or fields.get("dependent_locality") or not draft.hit("city_quarter"):
        return
    at = draft.below(len(quarters))
    fields["dependent_locality"] = quarters[at]
    if (country, town) == ("AT", "Wien"):
        fields["postcode"] = f"1{at + 1:02d}0"
    elif (country, town) == ("CZ", "Praha") and draft.roll() < 0.4:
        fields["locality"] = f"Praha {1 + draft.below(10)}"

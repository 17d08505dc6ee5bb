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
    "DE Frankfurt am Main": "Sachsenhausen Bornheim Nordend Höchst Bockenheim Gallus Griesheim",
    "DE Stuttgart": "Bad_Cannstatt Vaihingen Feuerbach Zuffenhausen Degerloch Möhringen",
    "DE Düsseldorf": "Bilk Oberkassel Pempelfort Derendorf Gerresheim Benrath Flingern-Nord",
    "DE Bremen": "Schwachhausen Walle Vegesack Hemelingen Findorff Gröpelingen Neustadt",
    "DE Nürnberg": "Gostenhof Langwasser Maxfeld Eibach St._Johannis Wöhrd",
    "DE Heidelberg": "Altstadt Rohrbach Neuenheim Handschuhsheim Kirchheim Wieblingen",
    "SI Ljubljana": "Šiška Bežigrad Moste Vič Rudnik Center Črnuče Trnovo",
    "HR Zagreb": "Trešnjevka Maksimir Dubrava Črnomerec Novi_Zagreb Trnje Susedgrad Gornji_grad",
    "NL Amsterdam": "Centrum De_Pijp Jordaan Noord Oud-West Zuid Osdorp Bos_en_Lommer IJburg",
    "NL Rotterdam": "Overschie Delfshaven Kralingen Hillegersberg Charlois Feijenoord Centrum",
    "NL Den Haag": "Scheveningen Loosduinen Ypenburg Segbroek Laak Escamp Statenkwartier",
    "NL Utrecht": "Lombok Overvecht Wittevrouwen Leidsche_Rijn Zuilen Kanaleneiland",
    "BE Bruxelles": "Laeken Haren Neder-Over-Heembeek Sablon Marolles Ixelles Uccle",
    "FR Paris": "Montmartre Belleville Le_Marais Bercy Passy Batignolles Ménilmontant",
    "FR Lyon": "La_Croix-Rousse La_Part-Dieu La_Guillotière Gerland Vaise Monplaisir Bellecour",
    "FR Marseille": "La_Joliette Le_Panier Endoume Mazargues La_Pointe-Rouge Saint-Loup",
    "FR Lille": "Fives Wazemmes Hellemmes Moulins Lomme Bois-Blancs Vieux-Lille",
    "FR Bordeaux": "Caudéran Les_Chartrons La_Bastide Bacalan Saint-Michel Saint-Pierre",
    "FR Toulouse": "Saint-Cyprien Le_Mirail Rangueil Les_Minimes Purpan Borderouge Lardenne",
    "FR Nantes": "Chantenay Doulon Saint-Félix Zola Bellevue Malakoff Procé",
    "FR Nice": "Cimiez Libération L'Ariane Riquier Carabacel Gambetta",
    "ES Valencia": "Ruzafa Benimaclet El_Cabanyal Campanar Patraix Benicalap El_Carmen",
    "ES Zaragoza": "Delicias Torrero Las_Fuentes Actur Casablanca Universidad",
    "ES Bilbao": "Deusto Abando Begoña Rekalde Casco_Viejo Santutxu",
    "IT Torino": "San_Salvario Crocetta Mirafiori Vanchiglia Lingotto Barriera_di_Milano",
    "IT Napoli": "Vomero Chiaia Posillipo Fuorigrotta Bagnoli Secondigliano Poggioreale",
    "IT Genova": "Sampierdarena Nervi Sestri_Ponente Pegli Marassi Albaro Voltri",
    "IT Venezia": "Mestre Cannaregio Dorsoduro Marghera San_Marco Lido_di_Venezia Burano",
    "BR São Paulo": "Bela_Vista Pinheiros Moema Consolação Tatuapé Vila_Mariana Itaim_Bibi Mooca",
    "BR Rio de Janeiro": "Copacabana Ipanema Botafogo Tijuca Centro Barra_da_Tijuca Leblon Méier",
    "BR Curitiba": "Batel Água_Verde Portão Centro Boqueirão Santa_Felicidade Bigorrilho",
    "BR Porto Alegre": "Centro_Histórico Moinhos_de_Vento Cidade_Baixa Petrópolis Menino_Deus",
    "BR Goiânia": "Setor_Bueno Setor_Oeste Jardim_América Setor_Marista Campinas Jardim_Goiás",
    "US New York": "Harlem Chelsea SoHo Tribeca Midtown Greenwich_Village Upper_West_Side "
    "East_Village",
    "US Brooklyn": "Park_Slope Williamsburg Red_Hook Bushwick Bay_Ridge Cobble_Hill Flatbush",
    "US Queens": "Astoria Flushing Jamaica Long_Island_City Forest_Hills Elmhurst",
    "US Chicago": "Lincoln_Park Wicker_Park Hyde_Park Lakeview Pilsen Logan_Square Uptown",
    "US San Francisco": "Mission_District Haight-Ashbury Noe_Valley SoMa North_Beach Nob_Hill",
    "US Los Angeles": "Silver_Lake Echo_Park Venice Westwood Koreatown Hollywood Eagle_Rock",
    "US Seattle": "Ballard Fremont Capitol_Hill Queen_Anne Wallingford Belltown",
    "US Boston": "Back_Bay Dorchester Jamaica_Plain South_End Beacon_Hill Roxbury Charlestown",
    "US Washington": "Georgetown Adams_Morgan Dupont_Circle Capitol_Hill Anacostia Foggy_Bottom",
    "US Portland": "Pearl_District Sellwood Hawthorne Alberta_Arts_District St._Johns",
    "US New Orleans": "French_Quarter Garden_District Marigny Bywater Algiers Treme",
    "CA Toronto": "Leslieville The_Annex Liberty_Village Rosedale Parkdale Kensington_Market",
    "CA Montréal": "Le_Plateau-Mont-Royal Rosemont Verdun Outremont Villeray Mile_End Lachine",
    "CA Vancouver": "Kitsilano Gastown Yaletown Mount_Pleasant Kerrisdale Fairview",
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


_CITIES = {country: tuple(cities.items()) for country, cities in _BY_CITY.items()}
_STATES = {
    "New York": "NY", "Brooklyn": "NY", "Queens": "NY", "Chicago": "IL", "San Francisco": "CA",
    "Los Angeles": "CA", "Seattle": "WA", "Boston": "MA", "Washington": "DC", "Portland": "OR",
    "New Orleans": "LA", "Toronto": "ON", "Montréal": "QC", "Vancouver": "BC",
    "São Paulo": "SP", "Rio de Janeiro": "RJ", "Curitiba": "PR", "Porto Alegre": "RS",
    "Goiânia": "GO",
}  # fmt: skip
_HABIT = {"US": 0.25, "FR": 0.5, "BR": 0.5, "GB": 0.6, "CA": 0.6, "IT": 0.7, "ES": 0.7}
"""How much less often a town is exchanged, where the tables hold quarters or people leave them."""


def exchange_city(draft: Draft) -> None:
    """Put a large city with one of its quarters in the place of the row's town.

    A city is one row among thousands in its country's table, and its quarters are none.
    """
    fields, country = draft.fields, draft.kit.country
    cities = _CITIES.get(country)
    if not cities or not fields.get("locality") or fields.get("dependent_locality"):
        return
    if not draft.latin or not draft.hit("city_exchanged", _HABIT.get(country, 1.0)):
        return
    city, quarters = cities[draft.below(len(cities))]
    for key in ("locality_alt", "subregion", "region", "region_code", "venue", "postcode"):
        fields.pop(key, None)
    fields["locality"] = city
    fields["dependent_locality"] = draft.pick(quarters)
    if city in _STATES:
        code = _STATES[city]
        fields["region"], fields["region_code"] = draft.kit.region_by_code.get(code, code), code
    if city == "Praha" and draft.roll() < 0.6:
        fields["locality"] = f"Praha {1 + draft.below(10)}"
    draft.settle_script()


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

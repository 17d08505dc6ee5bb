"""Towns with two names, joined as signs and registers write them: `Bolzano - Bozen`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.scripts import is_latin

_PAIRS = {
    "IT": "Bolzano/Bozen Merano/Meran Bressanone/Brixen Brunico/Bruneck Vipiteno/Sterzing "
    "Laives/Leifers Appiano/Eppan Caldaro/Kaltern Lana/Lana Chiusa/Klausen Dobbiaco/Toblach "
    "Egna/Neumarkt Ortisei/St._Ulrich Silandro/Schlanders Aosta/Aoste Gorizia/Gorica "
    "San_Candido/Innichen Termeno/Tramin Malles/Mals Naturno/Naturns Corvara/Kurfar",
    "BE": "Bruxelles/Brussel Liège/Luik Gent/Gand Antwerpen/Anvers Mons/Bergen Namur/Namen "
    "Tournai/Doornik Kortrijk/Courtrai Leuven/Louvain Mechelen/Malines Ixelles/Elsene "
    "Uccle/Ukkel Schaerbeek/Schaarbeek Etterbeek/Etterbeek Anderlecht/Anderlecht Forest/Vorst "
    "Saint-Gilles/Sint-Gillis Mouscron/Moeskroen Brugge/Bruges Ieper/Ypres Waremme/Borgworm "
    "Molenbeek-Saint-Jean/Sint-Jans-Molenbeek Woluwe-Saint-Pierre/Sint-Pieters-Woluwe",
    "FI": "Helsinki/Helsingfors Turku/Åbo Espoo/Esbo Vantaa/Vanda Vaasa/Vasa Porvoo/Borgå "
    "Tampere/Tammerfors Oulu/Uleåborg Pori/Björneborg Kokkola/Karleby Hanko/Hangö "
    "Kirkkonummi/Kyrkslätt Raasepori/Raseborg Pietarsaari/Jakobstad Loviisa/Lovisa Sipoo/Sibbo",
    "CH": "Biel/Bienne Fribourg/Freiburg Sion/Sitten Genève/Genf Basel/Bâle Murten/Morat "
    "Sierre/Siders Chur/Coira Zürich/Zurich Bern/Berne Delémont/Delsberg Luzern/Lucerne",
    "ES": "Donostia/San_Sebastián Bilbao/Bilbo Vitoria/Gasteiz Pamplona/Iruña Alicante/Alacant "
    "Elche/Elx Castellón_de_la_Plana/Castelló_de_la_Plana Valencia/València Sagunto/Sagunt "
    "Alcoy/Alcoi Gerona/Girona Lérida/Lleida Orense/Ourense La_Coruña/A_Coruña Ibiza/Eivissa "
    "Villarreal/Vila-real Jávea/Xàbia Fuenterrabía/Hondarribia Mondragón/Arrasate Tafalla/Tafalla",
    "IE": "Dublin/Baile_Átha_Cliath Galway/Gaillimh Cork/Corcaigh Limerick/Luimneach "
    "Waterford/Port_Láirge Sligo/Sligeach Dingle/An_Daingean Ennis/Inis Tralee/Trá_Lí",
    "GB": "Cardiff/Caerdydd Swansea/Abertawe Newport/Casnewydd Holyhead/Caergybi Wrexham/Wrecsam "
    "Carmarthen/Caerfyrddin Conwy/Conwy Cardigan/Aberteifi Barry/Y_Barri Neath/Castell-nedd "
    "Bridgend/Pen-y-bont Inverness/Inbhir_Nis Stornoway/Steòrnabhagh",
    "SK": "Komárno/Komárom Nitra/Nyitra Košice/Kassa Bratislava/Pressburg",
    "SI": "Koper/Capodistria Piran/Pirano Izola/Isola Lendava/Lendva",
    "HR": "Pula/Pola Rovinj/Rovigno Poreč/Parenzo Umag/Umago Rijeka/Fiume Labin/Albona",
    "RO": "Cluj-Napoca/Kolozsvár Brașov/Kronstadt Sibiu/Hermannstadt Târgu_Mureș/Marosvásárhely "
    "Miercurea_Ciuc/Csíkszereda Oradea/Nagyvárad Timișoara/Temesvár",
    "DE": "Bautzen/Budyšin Cottbus/Chóśebuz Görlitz/Zgorzelec Flensburg/Flensborg",
    "CA": "Québec/Quebec_City Ottawa/Gatineau Greater_Sudbury/Grand_Sudbury",
    "LU": "Luxembourg/Lëtzebuerg Esch-sur-Alzette/Esch-Uelzecht Diekirch/Dikrech",
    "NZ": "Auckland/Tāmaki_Makaurau Wellington/Te_Whanganui-a-Tara Christchurch/Ōtautahi "
    "Dunedin/Ōtepoti Hamilton/Kirikiriroa Rotorua/Te_Rotorua-nui-a-Kahu",
}
_JOINTS = (" - ", " - ", "/", " / ", "-", " (", " – ")


def _table() -> dict[str, dict[str, str]]:
    """By country: each name to the other one, both ways."""
    out: dict[str, dict[str, str]] = {}
    for country, text in _PAIRS.items():
        for pair in text.replace("\n", " ").split(" "):
            left, right = (name.replace("_", " ") for name in pair.split("/"))
            names = out.setdefault(country, {})
            if left != right:
                names.setdefault(left, right)
                names.setdefault(right, left)
    return out


_OTHER_NAME = _table()


def join_names(draft: Draft, alt: str) -> None:
    """Give the town its other name, alone or joined to the first.

    Args:
        draft: the row; its locality changes.
        alt: the town's name in another script, or "".
    """
    town = draft.fields.get("locality", "")
    other = _OTHER_NAME.get(draft.kit.country, {}).get(town, "")
    if other:
        if not draft.hit("bilingual", 8.0):
            return
        if draft.roll() < 0.2:
            draft.fields["locality"] = other
            return
    else:
        other = alt.split(",")[0].strip()
        if not town or not other or is_latin(town) == is_latin(other):
            return
        if not draft.hit("bilingual"):
            return
    joint = draft.pick(_JOINTS)
    pair = (town, other) if draft.roll() < 0.6 else (other, town)
    draft.fields["locality"] = joint.join(pair) + (")" if joint == " (" else "")

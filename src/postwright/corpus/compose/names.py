"""Names of people: material for venues, recipients and streets."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.name_lists import (
    MORE_FIRST_NAMES,
    MORE_SURNAMES,
    SURNAMES_OF,
)
from postwright.corpus.compose.scripts import is_latin

_SURNAMES = {
    "en": "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas "
    "Moore Martin Jackson Thompson White Lopez Lee Harris Clark Lewis Robinson Walker "
    "Perez Hall Young Allen King Wright Scott Green Baker Adams Nelson Hill Campbell "
    "Mitchell Roberts Carter Phillips Evans Turner Parker Collins Edwards Stewart "
    "Morris Murphy Cook Rogers O'Brien McDonald Patel Nguyen Kim Cohen Sullivan Kelly "
    "Bailey Reed Ward Brooks Lincoln Washington Jefferson Franklin Monroe",
    "fr": "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon "
    "Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard "
    "André Mercier Dupont Lambert Bonnet François Legrand Garnier Gambetta Jaurès",
    "de": "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann "
    "Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun "
    "Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Goethe Schiller",
    "es": "García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín "
    "Jiménez Ruiz Hernández Díaz Moreno Álvarez Muñoz Romero Alonso Gutiérrez Navarro "
    "Torres Domínguez Vázquez Ramos Gil Serrano Bolívar Juárez Hidalgo Morelos",
    "it": "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno "
    "Gallo Conti De Luca Costa Giordano Mancini Rizzo Lombardi Moretti Garibaldi "
    "Mazzini Cavour Verdi Dante Marconi Matteotti Gramsci",
    "pt": "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa "
    "Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho "
    "Teixeira Moreira Correia Camões Pombal",
    "nl": "de Jong Jansen de Vries van den Berg Bakker Visser Smit Meijer Mulder Bos Vos "
    "Peters Hendriks Dekker Brouwer Dijkstra",
    "pl": "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński "
    "Szymański Mickiewicza Kościuszki Piłsudskiego",
    "ru": "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Ленина Пушкина Гагарина "
    "Кирова Мира Чехова Горького",
    "uk": "Шевченка Франка Бойко Коваленко Бондаренко Ткаченко Грушевського Мельник",
    "tr": "Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Atatürk Cumhuriyet İnönü Fatih",
    "sv": "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Lindberg",
    "da": "Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen",
    "nb": "Hansen Johansen Olsen Larsen Andersen Berg Haugen Hagen Bakken",
    "id": "Sudirman Thamrin Diponegoro Gajah Mada Hayam Wuruk Ahmad Yani Kartini Merdeka Pemuda",
    "cs": "Novák Svoboda Dvořák Černý Procházka Kučera Veselý Masarykova Husova Nerudova "
    "Palackého Komenského",
    "sk": "Kováč Horváth Varga Tóth Nagy Štefánikova Hviezdoslavova Štúrova",
    "hu": "Nagy Kovács Tóth Szabó Horváth Kossuth Petőfi Rákóczi Széchenyi Ady",
    "ro": "Popescu Ionescu Popa Eminescu Cuza Bălcescu Unirii Victoriei Libertății",
    "fi": "Korhonen Virtanen Mäkinen Nieminen Mannerheim Koski Laine",
    "hr": "Horvat Kovačević Babić Marić Jurić Tesla Radić",
    "el": "Παπαδόπουλος Βενιζέλου Κολοκοτρώνη Ερμού Σταδίου",
    "vi": "Nguyễn Trần Lê Phạm Hùng Vương Quang Trung",
    "ar": "النصر الملك فهد الجمهورية السلام الحرية الثورة المدينة الأمير محمد",
}
_FIRST = {
    "en": "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William "
    "Barbara Richard Susan Joseph Jessica Thomas Sarah Karen Daniel Nancy Jane Anna "
    "George Paul",
    "fr": "Jean Marie Pierre Michel André Philippe Nathalie Isabelle Sylvie Catherine Louis "
    "Jacques Claire Victor",
    "de": "Hans Peter Anna Klaus Ursula Wolfgang Karin Jürgen Sabine Thomas Petra Michael "
    "Johann Friedrich",
    "es": "José María Antonio Carmen Manuel Ana Francisco Isabel Juan Dolores Luis Pilar "
    "Miguel Benito",
    "it": "Giuseppe Maria Giovanni Anna Antonio Luca Marco Francesca Paolo Giulia Alessandro",
    "pt": "Maria José João Ana António Manuel Pedro Paulo Francisco Luís",
    "nl": "Jan Piet Maria Anna Johannes Willem Hendrik Sophie",
    "pl": "Jan Anna Maria Piotr Krzysztof Andrzej Katarzyna Adam",
}
_SURNAMES_TABLE = {
    **MORE_SURNAMES,
    **{language: tuple(words.split()) for language, words in _SURNAMES.items()},
}
_FIRST_TABLE = {
    **MORE_FIRST_NAMES,
    **{language: tuple(words.split()) for language, words in _FIRST.items()},
}


_NEAREST = {
    "ar": "SA",
    "fa": "IR",
    "ru": "RU",
    "uk": "UA",
    "el": "GR",
    "zh": "CN",
    "ko": "KR",
    "ja": "JP",
    "th": "TH",
    "bg": "BG",
    "mk": "BG",
}
"""The country whose names stand for those of its language's other countries."""


def has_surnames(draft: Draft) -> bool:
    """Whether family names of the row's language or country are at hand."""
    return draft.language in _SURNAMES_TABLE or (draft.latin and draft.kit.country in SURNAMES_OF)


def surname(draft: Draft) -> str:
    """A family name of the country or of the row's language, in the script of the row."""
    if draft.latin:
        own = SURNAMES_OF.get(draft.kit.country)
        if own is None and draft.romanised:
            own = SURNAMES_OF.get(_NEAREST.get(draft.kit.habits.language, ""))
        if own and draft.roll() < 0.8:
            return draft.pick(own)
    elif draft.language not in _SURNAMES_TABLE and draft.kit.local_places:
        return draft.pick(draft.kit.local_places)
    return draft.pick(_SURNAMES_TABLE.get(draft.language, _SURNAMES_TABLE["en"]))


def person(draft: Draft) -> str:
    """A first and a family name, sometimes with initial or title."""
    language = draft.language
    first = draft.pick(_FIRST_TABLE.get(language, _FIRST_TABLE["en"]))
    roll = draft.roll()
    if roll < 0.1:
        first = first[0] + "."
    elif roll < 0.16 and language == "en":
        first = f"{draft.pick(('Mr.', 'Mrs.', 'Dr.', 'Ms', 'Mr'))} {first}"
    elif roll < 0.22:
        first = f"{first} {draft.pick('ABCDEFGHJKLMPRST')}."
    return f"{first} {_family(draft)}"


def _family(draft: Draft) -> str:
    """The family name of a person: of the lists, or called after a place, or a double one."""
    roll, places = draft.roll(), draft.kit.latin_places
    if roll > 0.25 or not draft.latin:
        return surname(draft)
    if roll < 0.04:
        return f"{surname(draft)}-{surname(draft)}"
    name = draft.pick(places) if places else ""
    return name if name.isalpha() and is_latin(name) else surname(draft)

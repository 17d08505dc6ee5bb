"""The mixture of written forms: how often an address is written in which way."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class FormWeights:
    """One probability a written form; the defaults are the mixture of the shipped model.

    Country habits scale some of them (a French row has no unit as often as an American one), so a
    probability is what the form gets where it is at home.

    >>> FormWeights(lower_case=1.0).lower_case
    1.0
    """

    # order of the parts
    permuted: float = 0.30
    """All parts in random order."""
    postcode_city_first: float = 0.06
    """`31000 TOULOUSE, 14 RUE DES LOIS`."""
    region_first: float = 0.02
    """Region before everything else."""
    postcode_before_street: float = 0.03
    """Postcode in front, the town at its native place."""
    country_first: float = 0.02
    """Country word in front."""
    number_apart: float = 0.03
    """The house number leaves its street in permuted rows."""
    number_swapped: float = 0.06
    """House number on the foreign side of its street."""
    opencage_layout: float = 0.12
    """Parts, order and joints of the country's OpenCage template, mostly with its country."""
    display_name: float = 0.035
    """Every level with commas as geocoders list them: number, street, suburb, town, county …"""
    large_to_small: float = 0.025
    """The country's own lines from the last to the first: `MX, Jalisco, 44100 Guadalajara, …`."""
    national_code: float = 0.07
    """The country's own layout, mostly in lower case, with a code at the end: `10115 berlin de`."""
    district_after_town: float = 0.10
    """`Berlin Mitte`, `Berlin, Mitte`, `Berlin-Mitte`."""
    district_no_comma: float = 0.15
    """`Mitte 10115 Berlin`: the quarter before the town without a comma."""
    district_in_brackets: float = 0.03
    venue_behind: float = 0.04
    """The venue behind its street."""
    native_permuted: float = 0.12
    """Chinese, Japanese and Korean parts in western or random order, with separators."""
    native_partial: float = 0.10
    """A few of the parts of a Chinese, Japanese or Korean address."""
    venue_before_postcode: float = 0.5
    """`吉田小学校 〒989-2331 宮城県...`: of venues in front of a native address."""

    # bare fragments and dropped parts
    fragment_city_region: float = 0.03
    fragment_street: float = 0.025
    fragment_number_street: float = 0.025
    fragment_postcode_city: float = 0.03
    fragment_city: float = 0.015
    fragment_region: float = 0.012
    fragment_postcode: float = 0.006
    fragment_country: float = 0.004
    fragment_region_country: float = 0.006
    fragment_city_country: float = 0.012
    fragment_postcode_country: float = 0.004
    fragment_street_city: float = 0.02
    fragment_district_city: float = 0.012
    fragment_county: float = 0.02
    """`Cook County, IL`."""
    fragment_venue: float = 0.01
    fragment_venue_city: float = 0.015
    drop_street: float = 0.05
    drop_number: float = 0.07
    drop_locality: float = 0.04
    drop_region: float = 0.08
    drop_postcode: float = 0.15
    drop_dependent_locality: float = 0.25

    # separators
    comma_free: float = 0.33
    comma_free_parts: float = 0.80
    """A comma-free row has none inside its parts either: two venues, a box and its department."""
    odd_separator: float = 0.02
    """`_`, ` + `, `: `, ` * `, ` > `, ` ~ ` between the lines."""
    newline: float = 0.05
    semicolon: float = 0.02
    dash: float = 0.025
    slash: float = 0.012
    comma_everywhere: float = 0.06
    """A comma between any two parts, `TX, 75001` too."""
    ragged_commas: float = 0.08
    """Commas at some joins only."""
    glued_comma: float = 0.03
    """No blank after a comma."""
    spaced_comma: float = 0.015
    """A blank before the comma."""
    extra_space: float = 0.03
    pipe: float = 0.012
    full_stop: float = 0.008
    """`Main St. Springfield. IL`: a full stop between the lines."""
    tab: float = 0.005
    local_comma: float = 0.30
    """The comma of Arabic, Persian, Chinese and Japanese."""
    doubled_comma: float = 0.012
    some_commas_glued: float = 0.015
    blanks_missing: float = 0.015
    """`Hauptstr.9a, 04109Leipzig`: blanks left out where words still part."""
    mixed_separators: float = 0.015
    """Another separator at every joint."""
    hyphen_everywhere: float = 0.012
    part_dotted: float = 0.02
    part_in_brackets: float = 0.012
    part_quoted: float = 0.008
    leading_punctuation: float = 0.006
    region_no_comma: float = 0.12
    """`Austin TX` with commas elsewhere."""
    region_postcode_glued: float = 0.012
    region_postcode_hyphen: float = 0.01
    region_in_brackets: float = 0.10

    # letter case and spelling
    lower_case: float = 0.20
    upper_case: float = 0.16
    title_case: float = 0.06
    wrong_title: float = 0.03
    mixed_case: float = 0.03
    upper_locality: float = 0.07
    lower_street_type: float = 0.32
    accents_stripped: float = 0.12
    umlauts_spelled: float = 0.05
    typo: float = 0.02
    several_typos: float = 0.006
    """Two to four slips in one row."""

    words_merged: float = 0.012
    """`WillowCreek Dr`, `Sanfrancisco`: a blank inside a name left out."""
    word_doubled: float = 0.012
    """`Willow Creek Dr Dr`, `Boise Boise ID`: a word or a part written twice."""

    # words and their short forms
    street_type: float = 0.40
    directional: float = 0.40
    direction_added: float = 0.04
    direction_comma: float = 0.08
    """`M Street, NW`."""
    street_type_rare: float = 0.07
    """Spellings that few people use: `Boul`, `Avn`, `Strt`."""
    street_type_other: float = 0.12
    """A composed street of one of the language's less common types: `Mews`, `Quay`."""
    street_type_dropped: float = 0.045
    """`350 5th`, `4127 NE Alberta`."""
    saint: float = 0.40
    town_nickname: float = 0.12
    """`NYC`, `SF`, `CDMX` for a city that has such a name."""
    town_direction: float = 0.30
    """`W. Palm Beach`, `N Las Vegas`."""
    region_code: float = 0.62
    region_twice: float = 0.006
    """`Austin TX, TX 75001`: a state that a form has added to what already names it."""
    region_traditional: float = 0.05
    region_dotted: float = 0.02
    region_word: float = 0.08
    """`Lagos State`, `Provincia de Mendoza`, `woj. mazowieckie`."""
    romanised: float = 0.35
    bilingual: float = 0.04
    """`Bolzano - Bozen`, `القاهرة / Cairo`."""
    other_script: float = 0.025
    """Town or region in another script beside the Latin rest."""
    subregion: float = 0.06
    subregion_word: float = 0.80
    municipality: float = 0.30
    """A second level called after its town where the tables know none: `Osijek, Grad Osijek`."""
    level_word: float = 0.55
    """Thai and Indonesian levels with their words: `ต.บางจาก`, `Kec. Babat`, and villages."""
    native_short: float = 0.12
    """`충북`, `宁夏`, `黑龙江 鸡西`: the short name of a Korean or Chinese region."""
    city_of_district: float = 0.35
    """`Waluj, Aurangabad`: an Indian post office as a part of the city of its district."""
    commune: float = 0.05
    """`gm. Troszyn, pow. ostrołęcki`: a Polish commune before its district or alone."""
    town_leader: float = 0.30
    """`дер. Липки`, `с. Вишневе`: the kind of place before a Russian or Ukrainian name."""
    romanised_row: float = 0.25
    """A Russian or Ukrainian row in Latin letters: `Atkarsky District, Saratov Oblast`."""
    indic_script: float = 0.22
    """South Asian rows in the script of their region: `ಜಯನಗರ, ಬೆಂಗಳೂರು, ಕರ್ನಾಟಕ 560011`."""
    large_city: float = 0.14
    """A large city with one of its quarters, where the tables are mostly villages."""
    city_quarter: float = 0.25
    """A real quarter of a large city whose table names the city alone: `1130 Wien Hietzing`."""
    city_exchanged: float = 0.06
    """Such a city with its quarter in the place of the row's town: `Praha 10 - Strašnice`."""
    town_part: float = 0.05
    """`Altstadt`, `Centro`, `Kelburn`: a part of a town that no table has."""
    business_zone: float = 0.04
    """`ZI du Moulin`, `Pol. Ind. Las Eras`, `OT Neudorf` where a quarter stands."""

    # country words
    country: float = 0.38
    country_code: float = 0.40
    country_any_language: float = 0.08
    country_code_last: float = 0.08
    """ISO code in any case behind everything: `..., 10115 berlin de`."""
    country_iso3: float = 0.30
    """Of the codes behind everything those of three letters: `santiago chl`."""
    country_letter: float = 0.20
    """Of the codes behind everything those of car plates: `14199 BERLIN, D`."""

    # numbers of houses
    composed_number: float = 0.88
    number_suffix: float = 0.10
    number_range: float = 0.04
    number_designator: float = 0.04
    number_fraction: float = 0.012
    number_hyphen: float = 0.03
    number_grid: float = 0.006
    number_none: float = 0.03
    number_without_street: float = 0.5
    """A number behind a quarter or village alone: `Eskiköy Mah. No: 55`."""
    unit_before_number: float = 0.10
    """Canadian `401-43 Main`, Australian `4/12 Elm`."""
    village_number: float = 0.06
    """`Lhota 21, 571 01`: a village that numbers its houses and names no street."""
    village_in_town: float = 0.35
    """`Steindorf 45, 4643 Pettenbach`: such a village with its town."""

    # inside the house
    unit: float = 0.16
    level: float = 0.035
    building: float = 0.035
    entrance: float = 0.012
    staircase: float = 0.02
    inner_rare: float = 0.20
    """Of the words for inner parts the rarer ones."""
    bare_unit: float = 0.02
    """A unit without a word behind the number or the street: `12 Elm St 4B`."""
    inner_part_apart: float = 0.12
    """Unit, floor and the like in front of the street or by themselves, not behind it."""

    # mail
    attention: float = 0.025
    po_box: float = 0.045
    po_box_with_street: float = 0.012
    general_delivery: float = 0.004
    """`General Delivery`, `Poste restante` in the place of street or box, outside of every span."""
    box_unit: float = 0.05
    """American boxes with a department behind: `PO Box 12000, Dept 472`."""
    cedex: float = 0.05
    military: float = 0.008
    zip_plus_four: float = 0.06
    nine_digit_zip: float = 0.008
    """ZIP+4 without its hyphen."""
    dutch_letters: float = 0.85
    """`2331 AB`, where a source has the digits alone."""
    postcode_label: float = 0.012
    """`CEP`, `PIN`, `PLZ` in front of the postcode, outside of its span."""
    postcode_broken: float = 0.006
    """A digit too few or too many, or two exchanged."""
    postcode_prefix: float = 0.05
    postcode_restyled: float = 0.15
    composed_postcode: float = 0.55

    # streets
    composed_street: float = 0.75
    highway: float = 0.03
    numbered_street: float = 0.05
    intersection: float = 0.06
    intersection_between: float = 0.06
    """`between Elm St and Oak St`, `Main St between Elm St and Oak St`."""
    intersection_short: float = 0.14
    """English crossings without street types or with a shared one: `Main & 63rd`, `A & B Sts`."""
    intersection_number: float = 0.06
    """`Bahnhofquai 9 Ecke Beatenplatz`."""
    street_echo: float = 0.006
    """A street called after its own town or region: `Buffalo Street, Buffalo`."""
    street_joined: float = 0.008
    """`Blue and Gold Dr`, `Calle Daoíz y Velarde`: one street that sounds like a crossing."""
    second_street: float = 0.02
    """`8 Oak Court, Mill Road, Ennis`: a lane or estate and the road off which it lies."""
    arrondissement: float = 0.20
    city_district: float = 0.06

    # parts of towns and villages that no gazetteer has
    quarter: float = 0.45
    """`Sector 17`, `Jardim América`, `Zona 3`, `Barrio San José`, `Vereda La Unión`."""
    quarter_more: float = 0.30
    """One part more, twice at most: `MIDC, TTC Industrial Area, Rabale`."""
    seat: float = 0.12
    """The taluk, tehsil or post office behind a village without a street."""
    microdistrict: float = 0.18
    """`мкр. Аксай-4, д. 25, кв. 17`: a numbered quarter without streets, from Minsk to Tashkent."""
    hamlet_in_front: float = 0.15
    """`Thôn 3, Xã Ea Tu`, `Dusun Krajan`, `Purok 5`: what is smaller than the quarter."""
    village_word: float = 0.07
    """`Vill. Musaila`, `VPO Kharar`."""
    unit_site: float = 0.10
    """`608, Great Eastern Galleria, Sector 4`: unit and building without a street."""
    postcode_behind_region: float = 0.50
    """`Apan, Hgo. 43921`, `Hisar, Haryana - 125044` where the format has the code at the town."""
    kilometre: float = 0.50
    """`km 7` for the number on a highway."""
    between_streets: float = 0.15
    """Of Spanish intersections: `Calle Hidalgo entre Morelos y Juárez`."""

    # names in front
    venue: float = 0.09
    venue_kept: float = 0.85
    venue_place_named: float = 0.06
    venue_echo: float = 0.10
    """A venue with the name of its town: `Buffalo Health Clinic`, 1 Main St, Buffalo."""
    venue_other_place: float = 0.05
    """A venue with the names of other places: `Paris, Texas Steakhouse`."""
    second_venue: float = 0.07
    """`Riverbend University, Department of Law`: two venues side by side."""
    named_building: float = 0.04
    """A named building, mostly with unit or floor: `Unit 5, Sunway Tower`."""

    # noise
    label: float = 0.03
    phone: float = 0.018
    email: float = 0.008
    order_number: float = 0.01
    note: float = 0.018
    """A remark for the courier or opening hours behind the address: `(side gate)`."""
    landmark: float = 0.012
    """`opp. the station`, `near SBI Bank`, outside of every span."""
    trailing_punctuation: float = 0.03
    quotes: float = 0.012
    brackets: float = 0.01
    bullet: float = 0.008
    emoji: float = 0.003
    no_address: float = 0.012
    """No address at all, but full of its words: `court shoe size 42`, logs, code, sentences."""

    def __post_init__(self) -> None:
        """Refuse what is no probability."""
        for item in fields(self):
            value = getattr(self, item.name)
            if not 0.0 <= value <= 1.0:
                raise ValueError(f"{item.name} = {value}: a probability lies between 0 and 1")

    @classmethod
    def none(cls, **odds: float) -> "FormWeights":
        """All forms off but those that are named: the plain address, for tests and audits.

        >>> FormWeights.none(typo=1.0).permuted
        0.0
        """
        return cls(**{**{item.name: 0.0 for item in fields(cls)}, **odds})

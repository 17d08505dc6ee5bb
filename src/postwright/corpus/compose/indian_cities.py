"""Cities of India, where the post's table knows offices and districts alone.

A post office of a row that has a street or plot is a part of the city that its district is called
after: `M-149, MIDC, Waluj, Aurangabad`. A district of the countryside stays a district.
"""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed

_CITIES = {
    "Thane": listed("Thane|Thane|Navi Mumbai|Navi Mumbai|Kalyan|Mira Bhayandar"),
    "Raigad": listed("Navi Mumbai|Panvel|Alibag"),
    "Raigarh(MH)": listed("Navi Mumbai|Panvel|Alibag"),
    "Mumbai Suburban": ("Mumbai",),
    "Palghar": listed("Vasai|Virar|Palghar"),
    "Bengaluru": ("Bengaluru", "Bangalore"),
    "Bengaluru Urban": ("Bengaluru", "Bangalore"),
    "Bangalore": ("Bengaluru", "Bangalore"),
    "Gautam Buddha Nagar": listed("Noida|Noida|Greater Noida"),
    "Gurugram": ("Gurugram", "Gurgaon"),
    "Ernakulam": ("Kochi", "Ernakulam", "Cochin"),
    "Thiruvananthapuram": ("Thiruvananthapuram", "Trivandrum"),
    "Khorda": ("Bhubaneswar",),
    "Khordha": ("Bhubaneswar",),
    "Dakshina Kannada": ("Mangaluru", "Mangalore"),
    "Kamrup Metro": ("Guwahati",),
    "Sas Nagar": ("Mohali", "SAS Nagar"),
    "East Singhbhum": ("Jamshedpur",),
    "Medchal Malkajgiri": ("Hyderabad", "Secunderabad"),
    "Ranga Reddy": ("Hyderabad",),
    "Rangareddy": ("Hyderabad",),
    "Visakhapatanam": ("Visakhapatnam", "Vizag"),
    "Kachchh": listed("Bhuj|Gandhidham|Kachchh"),
    "North 24 Parganas": ("Kolkata",),
    "Mysuru": ("Mysuru", "Mysore"),
    "Belagavi": ("Belagavi", "Belgaum"),
}
"""Cities of districts that are called otherwise, by the district of the post's table."""

_COUNTRYSIDE = frozenset(
    "north south east west uttara dakshina lower upper purba paschim kra kurung".split()
)
"""First words of districts that no city is called after."""


def settle_city(draft: Draft) -> None:
    """Turn an Indian post office into a part of its district's city, where the form comes up."""
    fields = draft.fields
    district, office = fields.get("subregion", ""), fields.get("locality", "")
    if draft.kit.country != "IN" or not draft.latin or not district or not office:
        return
    named = _CITIES.get(district)
    if named is None and district.split(" ")[0].casefold() in _COUNTRYSIDE:
        return
    urban = 1.3 if fields.get("street") else 0.25
    if fields.get("dependent_locality") or not draft.hit("city_of_district", urban):
        return
    fields["locality"] = city = draft.pick(named) if named else district
    del fields["subregion"]
    if office != city:
        fields["dependent_locality"] = office

"""A region's code behind the town and again in its own field: `Greenville SC, SC 29601`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.segments import Segment


def double_region(draft: Draft, blocks: dict[str, list[Segment]]) -> None:
    """Put the region's code behind the town as well, where a form filled both in."""
    region = draft.fields.get("region", "")
    if draft.kit.country not in ("US", "CA") or "locality" not in blocks or "region" not in blocks:
        return
    if len(region) != 2 or not draft.hit("region_doubled"):
        return
    again = region.capitalize() if draft.roll() < 0.25 else region
    gap: Segment = (" " if draft.roll() < 0.85 else ", ", None)
    blocks["locality"] = [*blocks["locality"], gap, (again, "region")]

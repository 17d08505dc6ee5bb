"""The page of an audit: self-contained, safe whatever rows hold, readable wide and narrow."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from postwright.corpus.audit import can_write_page, write_page
from postwright.corpus.audit.findings import Audit, audit_shards
from postwright.corpus.draws import DrawLine, DrawTables
from postwright.corpus.records import Row
from postwright.errors import InputError

#: What a browser would run if a row's text ever came onto the page as markup.
ATTACK = "</style><script>document.title = 'run'</script><img src=x onerror=alert(1)> Elm"

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def audit(shards, tokenizer) -> Audit:
    """An audit with written forms and a row that tries to run something."""
    found = audit_shards(shards, tokenizer, name="small <b>", rows=11)
    start = ATTACK.index("Elm")
    attack = Row(ATTACK, ((start, start + 3, "street"),), "US", "a <i>", ("lower_case",))
    forms = tuple(DrawLine(f"form {n}", 0.1, 10.0, 0.5, {"street": 1.0}) for n in range(60))
    draws = DrawTables(11, forms[:2], forms[:3], forms)
    return replace(found, rows_drawn=(*found.rows_drawn, attack), draws=draws)


@pytest.fixture
def page(audit: Audit, tmp_path: Path) -> Path:
    """Its page."""
    write_page(audit, tmp_path / "audit.html")
    return tmp_path / "audit.html"


class _Elements(HTMLParser):
    """The elements of a page and whatever they would load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.loaded: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the name, and sources and references that lead out of the page."""
        self.names.add(tag)
        for name, value in attrs:
            if name in ("src", "href", "xlink:href", "data") and not (value or "").startswith("#"):
                self.loaded.append(value or "")


def test_the_page_loads_nothing_and_runs_nothing(page: Path) -> None:
    """No script, no image, no style sheet, no link that leads out."""
    found = _Elements(page.read_text(encoding="utf-8"))
    assert found.loaded == []
    assert found.names.isdisjoint({"script", "img", "iframe", "link", "object"})


def test_the_same_audit_makes_the_same_bytes(audit: Audit, page: Path) -> None:
    """Two pages can be compared with `diff`."""
    before = page.read_bytes()
    write_page(audit, page)
    assert page.read_bytes() == before
    assert [path.name for path in page.parent.iterdir()].count("audit.html.tmp") == 0


def test_an_audit_without_forms_has_no_such_section(audit: Audit, tmp_path: Path) -> None:
    """Shards do not hold them."""
    write_page(replace(audit, draws=None), tmp_path / "plain.html")
    text = (tmp_path / "plain.html").read_text(encoding="utf-8")
    assert 'id="forms"' not in text
    assert 'id="contradictions"' in text


def test_without_the_extra_there_is_no_page(
    audit: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says what to install."""
    monkeypatch.delitem(sys.modules, "postwright.corpus.audit.page", raising=False)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert not can_write_page()
    with pytest.raises(InputError, match=r"postwright\[report\]"):
        write_page(audit, tmp_path / "audit.html")


def test_a_page_that_cannot_be_written_is_an_error(audit: Audit, tmp_path: Path) -> None:
    """It names the file."""
    with pytest.raises(InputError, match="nowhere"):
        write_page(audit, tmp_path / "nowhere" / "audit.html")


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A browser with a profile of its own, that keeps what pages say on the console."""
    browser, server = shutil.which("chromium"), shutil.which("chromedriver")
    assert browser is not None
    assert server is not None, "chromium is there without its chromedriver"
    options = ChromeOptions()
    options.binary_location = browser
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = Chrome(options, Service(server))
    yield chrome
    chrome.quit()


@pytest.mark.chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_it_fits_its_window(driver: Chrome, page: Path, width: int, scheme: str) -> None:
    """The page never scrolls sideways; text stands out from paper, dark or light."""
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    driver.get(page.as_uri())
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    ink, paper = (_brightness(driver, name) for name in ("color", "background-color"))
    assert (paper < ink) == (scheme == "dark")
    assert abs(paper - ink) > 150
    assert driver.get_log("browser") == []


def _brightness(driver: Chrome, name: str) -> float:
    """Mean of the channels, 0 to 255, of a colour of the page's body."""
    colour = driver.find_element(By.TAG_NAME, "body").value_of_css_property(name)
    channels = [float(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    return sum(channels) / 3


@pytest.mark.chromium
def test_rows_show_their_text_and_their_tags(driver: Chrome, page: Path) -> None:
    """A row that is markup stays text, its span is marked."""
    driver.get(page.as_uri())
    row = driver.find_elements(By.CSS_SELECTOR, "#rows .row")[-1]
    text = driver.execute_script(
        "for (const tag of arguments[0].querySelectorAll('small')) tag.remove();"
        "return arguments[0].querySelector('.text').textContent", row
    )  # fmt: skip
    assert text == ATTACK
    assert row.find_element(By.TAG_NAME, "mark").text == "Elm"
    assert "lower_case" in row.text
    assert driver.title == "Audit of small <b>"


@pytest.mark.chromium
def test_figures_are_drawn(driver: Chrome, page: Path) -> None:
    """Each has a size and says what it shows."""
    driver.get(page.as_uri())
    figures = driver.find_elements(By.CSS_SELECTOR, "figure svg")
    assert len(figures) == 9
    for figure in figures:
        assert figure.size["height"] > 60
        assert figure.get_attribute("aria-label")

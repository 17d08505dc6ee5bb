"""The page in a real headless Chromium: no errors, filters that filter, text that stays text."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

pytestmark = pytest.mark.chromium

#: The last five keep a browser that is run as root, or in a container, from looking outside.
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
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = Chrome(options, Service(server))
    yield chrome
    chrome.quit()


@pytest.fixture
def opened(driver: Chrome, page: Path) -> Chrome:
    """The page of the comparison, freshly loaded."""
    return load(driver, page.as_uri())


def load(driver: Chrome, address: str) -> Chrome:
    """Load a page anew, also where only what follows ``#`` differs."""
    driver.get("about:blank")
    driver.get_log("browser")
    driver.get_log("performance")
    driver.get(address)
    return driver


def rows(driver: Chrome) -> list[WebElement]:
    """The rows that are shown."""
    return driver.find_elements(By.CSS_SELECTOR, "#rows-list .row")


def row_ids(driver: Chrome) -> list[str]:
    """The ids of the rows that are shown."""
    return [row.find_element(By.CLASS_NAME, "id").text for row in rows(driver)]


def choose(driver: Chrome, name: str, value: str) -> None:
    """Set one filter as a user does."""
    Select(driver.find_element(By.CSS_SELECTOR, f"#rows-filters [name={name}]")).select_by_value(
        value
    )


def test_it_loads_without_errors_and_asks_for_nothing(opened: Chrome, page: Path) -> None:
    """The console stays empty, and the only request is the page itself."""
    assert opened.get_log("browser") == []
    asked = [
        line["message"]
        for line in opened.get_log("performance")
        if "Network.requestWillBeSent" in line["message"]
    ]
    assert len([line for line in asked if page.name in line]) == 1
    assert [line for line in asked if page.name not in line and "about:blank" not in line] == []


def test_a_script_in_a_row_stays_text(opened: Chrome, attack: str) -> None:
    """The row is read as it was written, and nothing of it ran."""
    choose(opened, "country", "US")
    choose(opened, "change", "still")
    (row,) = rows(opened)
    gold = row.find_element(By.CSS_SELECTOR, ".side.gold .text")
    bare = "for (const tag of arguments[0].querySelectorAll('small')) tag.remove();"
    opened.execute_script(bare, gold)
    assert gold.text == attack
    assert "Diagnosis of" in opened.title
    assert opened.find_elements(By.CSS_SELECTOR, "#rows img, #rows script") == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("tag", "postcode", ["case:0", "case:1"]),
        ("class", "num_confused", ["case:1"]),
        ("slice", "commas", ["case:2"]),
        ("country", "JP", ["case:4"]),
        ("change", "broken", ["case:0", "case:1"]),
        ("adversarial", "only", ["case:3"]),
    ],
)
def test_a_filter_leaves_the_rows_that_have_it(
    opened: Chrome, name: str, value: str, expected: list[str]
) -> None:
    """By tag, class, slice, country, change, and adversarial rows alone."""
    choose(opened, name, value)
    assert sorted(row_ids(opened)) == expected
    assert opened.find_element(By.ID, "rows-count").text.startswith(f"{len(expected)} of 5 rows")


def test_tag_and_class_must_meet_in_one_mistake(opened: Chrome) -> None:
    """A row with a missing number and a confused postcode is none with a missing postcode."""
    choose(opened, "class", "empty_pred")
    assert sorted(row_ids(opened)) == ["case:0", "case:1", "case:4"]
    choose(opened, "tag", "postcode")
    assert row_ids(opened) == ["case:0"]


def test_typed_text_filters_too(opened: Chrome) -> None:
    """Whatever case it is typed in, over the text and the id."""
    field = opened.find_element(By.NAME, "text")
    field.send_keys("RUE JAS")
    assert row_ids(opened) == ["case:1"]
    field.clear()
    field.send_keys("case:4")
    assert row_ids(opened) == ["case:4"]


def test_all_rows_come_back(opened: Chrome) -> None:
    """The button takes every filter off."""
    choose(opened, "country", "JP")
    opened.find_element(By.ID, "rows-reset").click()
    assert len(rows(opened)) == 5


def test_a_count_shows_its_rows(opened: Chrome) -> None:
    """Pressing a figure of a table sets the filters that it stands for."""
    opened.execute_script("for (const d of document.querySelectorAll('details')) d.open = true")
    jump = "[data-jump*='\"empty_pred\"'][data-jump*='\"postcode\"']"
    opened.find_element(By.CSS_SELECTOR, jump).click()
    assert row_ids(opened) == ["case:0"]


def test_a_view_can_be_passed_on(opened: Chrome) -> None:
    """The filters stand in the address, and a page that is opened with them shows the same."""
    choose(opened, "slice", "noise <b>prefix</b>")
    address = opened.current_url
    assert parse_qs(urlsplit(address).fragment) == {"slice": ["noise <b>prefix</b>"]}
    assert row_ids(load(opened, address)) == ["case:3"]


def test_spans_are_drawn_where_they_are(opened: Chrome) -> None:
    """Marks hold the text of their span, also behind characters of two UTF-16 units."""
    choose(opened, "country", "JP")
    marks = opened.find_elements(By.CSS_SELECTOR, ".side.gold mark")
    text = "return arguments[0].firstChild.data"
    drawn = [(mark.get_attribute("data-tag"), opened.execute_script(text, mark)) for mark in marks]
    assert drawn == [("region", "東京都"), ("locality", "千代田区"), ("house_number", "1-9-1")]
    wrong = [mark.get_attribute("data-tag") for mark in marks if mark.get_attribute("class")]
    assert wrong == ["locality"]


@pytest.mark.parametrize("width", [1280, 400])
def test_nothing_stands_out_at_the_side(opened: Chrome, width: int) -> None:
    """The page itself never scrolls sideways, only its wide tables do."""
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    assert opened.execute_script("return document.documentElement.scrollWidth") <= width
    opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_it_prints(opened: Chrome) -> None:
    """Printing opens the tables of examples, so that paper holds them."""
    printed = base64.b64decode(opened.print_page())
    assert printed.startswith(b"%PDF")
    assert opened.find_elements(By.CSS_SELECTOR, "details:not([open])") == []

"""Whatever is typed, read or found on the disk: a sentence, the right exit code, and nothing lost."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from boothapp import disk, paths
from boothapp.cli import main
from boothapp.domain import passphrase
from boothapp.paths import Home
from tests.journeys.laptop import Laptop

BADGE = "MECARD:N:Ґедзь,Оксана;;"
OPTIONS = ("--option", "database=crm", "--option", "user=booth")
WRONG_CALLS = [
    ("nonsense",),
    ("lead",),
    ("lead", "A-9999"),
    ("lead", "' OR 1=1 --"),
    ("sheet", "A-9999", "-o", "x.pdf"),
    ("decode",),
    ("decode", "--text", "a", "--file", "b"),
    ("decode", "--file", "/nowhere/at/all.vcf"),
    ("decode", "--image", "/nowhere/at/all.png"),
    ("capture", "--set", "shoe_size=44"),
    ("capture", "--set", "company"),
    ("capture", "--answer", "budget=plenty"),
    ("capture", "--answer", "colour=blue"),
    ("capture", "--touch", "sneeze"),
    ("capture", "--touch", "demo:nothing"),
    ("capture", "--interest", "nothing"),
    ("capture", "--consent", "everything"),
    ("capture", "--by", "nobody"),
    ("capture",),
    ("capture", "--set", "emails=,,,"),
    ("capture", "--set", "full_name=\udcff\udcfe"),
    ("capture", "--note", " \t"),
    ("capture", "--by", "koval"),
    ("capture", "--text", ""),
    ("capture", "--text", " \t\r\n\N{NO-BREAK SPACE}"),
    ("capture", "--text", "\0\ufeff", "--set", "company=Werft"),
    ("capture", "--text", "\u200b\u200e", "--note", "nobody"),
    ("capture", "--file", os.devnull),
    ("capture", "--file", ""),
    ("capture", "--image", ""),
    ("decode", "--file", ""),
    ("leads", "--rating", "lukewarm"),
    ("leads", "--limit", "many"),
    ("leads", "--limit", "0"),
    ("leads", "--show", "nothing"),
    ("pack", "-o", "pack.zip", "--show", "nothing"),
    ("show", "new", " ", "--from", "ad26"),
    ("demo", "--leads", "-1", "--no-window"),
    ("show", "open", "nothing"),
    ("station", "stand 4"),
    ("show", "import", "/nowhere/kit.toml"),
    ("target", "add", "office", "abacus"),
    ("target", "add", "office", "tryton"),
    ("target", "test", "office"),
    ("sync",),
    ("pull", "office"),
]


@pytest.mark.parametrize("words", WRONG_CALLS, ids=" ".join)
def test_a_wrong_call_says_what_to_do(laptop: Laptop, words: tuple[str, ...]) -> None:
    laptop.does("capture", "--text", "MECARD:N:Ґедзь,Оксана;;")
    said = laptop.run(*words)
    assert said.code == 2, said
    assert said.out == ""
    assert "Traceback" not in said.err
    assert len(said.err.strip()) > 20
    assert [one["number"] for one in laptop.does("leads")] == ["A-0001"]


@pytest.mark.parametrize(
    "text",
    ["caf\udce9", "BEGIN:VCARD", "MECARD:" * 5000, "x" * 4000, "a\tb\rc", "\u202eabc", "=1"],
)
def test_any_badge_becomes_a_lead_with_its_bytes_kept(laptop: Laptop, text: str) -> None:
    said = laptop.does("capture", "--text", text, "--note", "see the raw bytes")
    visit = laptop.does("lead", said["lead"])["visits"][0]
    assert visit["capture"]["raw_bytes"] == len(text.encode("utf-8", "surrogateescape"))
    assert visit["note"] == "see the raw bytes"


def test_a_word_that_is_no_utf8_loses_no_conversation(laptop: Laptop) -> None:
    said = laptop.run("capture", "--note", "a\udcffb", "--set", "full_name=\udcff", "--set", "company=Werft")
    assert said.code == 0, said
    assert "UTF-8" in said.err
    kept = laptop.does("lead", said.json["lead"])
    assert kept["visits"][0]["note"] == "a\N{REPLACEMENT CHARACTER}b"
    assert kept["visitor"] == {"company": "Werft"}


def test_a_warning_reaches_a_person_who_reads_no_json(laptop: Laptop) -> None:
    command = [sys.executable, "-m", "boothapp", "--home", str(laptop.home.root), "capture"]
    done = subprocess.run([*command, "--set", "country=XX", "--note", "x"], capture_output=True, check=True)
    assert "XX" in done.stderr.decode()
    (line,) = done.stdout.decode().splitlines()
    assert line.startswith("A-0001")


def test_a_new_passphrase_opens_and_the_old_one_no_longer(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert laptop.run("key", "change").code == 2
    monkeypatch.setenv("BOOTHAPP_NEW_PASSPHRASE", "another one")
    assert laptop.does("key", "change") == {"changed": True}
    assert laptop.run("leads").code == 3
    monkeypatch.setenv("BOOTHAPP_PASSPHRASE", "another one")
    assert laptop.does("leads") == []


@pytest.mark.parametrize("short", ["a", "seven77", " " * 12])
def test_a_short_passphrase_is_refused_and_an_older_one_still_opens(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, short: str
) -> None:
    before = laptop.home.key.read_bytes()
    monkeypatch.setenv("BOOTHAPP_NEW_PASSPHRASE", short)
    said = laptop.run("key", "change")
    assert (said.code, said.out) == (2, "")
    assert "at least 8" in said.err
    assert laptop.home.key.read_bytes() == before
    monkeypatch.setenv("BOOTHAPP_PASSPHRASE", short)
    new = Laptop(Home(tmp_path / "new"))
    said = new.run("demo", "--leads", "0", "--no-window")
    assert (said.code, said.out) == (3, "")
    assert "at least 8" in said.err
    assert not new.home.store.exists()
    monkeypatch.setattr(passphrase, "is_long_enough", len)
    new.does("demo", "--leads", "0", "--no-window")
    monkeypatch.undo()
    monkeypatch.setenv("BOOTHAPP_PASSPHRASE", short)
    assert new.does("leads") == []


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"PK\x03\x04", b"GIF89a", os.urandom(999)]
)
def test_a_bad_picture_is_said_and_nothing_is_saved(laptop: Laptop, tmp_path: Path, content: bytes) -> None:
    picture = tmp_path / "badge.png"
    picture.write_bytes(content)
    for command in ("decode", "capture"):
        said = laptop.run(command, "--image", str(picture))
        assert said.code in (1, 2)
        assert "Traceback" not in said.err
        assert said.err.strip()
    assert laptop.does("leads") == []


def test_an_answer_given_twice_and_a_page_of_text_are_taken(laptop: Laptop) -> None:
    note = "Роман " * 1_600
    said = laptop.does("capture", "--answer", "need=none", "--answer", "need=urgent", "--note", note)
    whole = laptop.does("lead", said["lead"])
    assert whole["visits"][0]["answers"] == {"need": ["urgent"]}
    assert whole["visits"][0]["note"] == note


TOO_LONG = [
    ("--note", "x" * 10_001),
    ("--remark", "price=" + "x" * 10_001),
    ("--competitor", "x" * 301),
    ("--answer", "line=" + "x" * 301),
    ("--set", "company=" + "x" * 301),
    ("--set", "phones=" + "1" * 2_001),
    ("--set", "note=" + "x" * 10_001),
]


@pytest.mark.parametrize("words", TOO_LONG, ids=lambda words: words[1][:9])
def test_more_than_its_field_holds_is_refused_whole(laptop: Laptop, words: tuple[str, str]) -> None:
    said = laptop.run("capture", "--text", "MECARD:N:Ґедзь,Оксана;;", *words)
    assert (said.code, said.out) == (2, ""), said
    assert "characters" in said.err
    assert "Nothing was saved." in said.err
    assert laptop.does("leads") == []
    shorter = (words[0], words[1][:-1])
    laptop.does("capture", "--text", "MECARD:N:Ґедзь,Оксана;;", *shorter)
    if words[0] == "--set":
        assert laptop.run("edit", "A-0001", *words).code == 2
        [field] = laptop.does("lead", "A-0001")["visitor"].keys() & {words[1].partition("=")[0]}
        assert field


def test_places_that_cannot_be_written_are_said(laptop: Laptop, tmp_path: Path) -> None:
    laptop.does("capture", "--text", "MECARD:N:Ґедзь,Оксана;;")
    for words in (("sheet", "A-0001"), ("pack",), ("key", "recovery")):
        said = laptop.run(*words, "-o", str(tmp_path / "missing" / "file"))
        assert said.code == 3, said
        assert "Traceback" not in said.err
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_folder_or_no_name_is_no_file_to_write(laptop: Laptop, name: str) -> None:
    laptop.does("capture", "--text", "MECARD:N:Ґедзь,Оксана;;")
    for words in (("sheet", "A-0001"), ("pack",), ("key", "recovery")):
        said = laptop.run(*words, "-o", name)
        assert (said.code, said.out) == (2, ""), said
        assert "no name for a file" in said.err


def test_no_file_for_people_goes_over_one_of_the_leads(laptop: Laptop) -> None:
    laptop.does("capture", "--text", "MECARD:N:Ґедзь,Оксана;;")
    laptop.does("target", "add", "office", "tryton", "--url", "https://crm.example.com", *OPTIONS)
    before = {file: file.read_bytes() for file in laptop.home.root.rglob("*") if file.is_file()}
    for file in before:
        for words in (("sheet", "A-0001"), ("pack",), ("key", "recovery")):
            said = laptop.run(*words, "-o", str(file))
            assert (said.code, said.out) == (2, ""), said
            assert "a file of the leads" in said.err
    assert {file: file.read_bytes() for file in before} == before


def test_a_recovery_key_counts_only_once_it_is_written(
    laptop: Laptop, tmp_path: Path, full_device: Path
) -> None:
    before = laptop.home.key.read_bytes()
    for place in (".", str(tmp_path / "missing" / "key.pdf"), str(full_device)):
        assert laptop.run("key", "recovery", "-o", place).code in (2, 3)
        assert laptop.home.key.read_bytes() == before
    laptop.does("key", "recovery", "-o", str(tmp_path / "key.pdf"))
    assert laptop.home.key.read_bytes() != before


@pytest.mark.skipif(os.name != "posix", reason="rights of files are those of POSIX")
def test_what_is_personal_is_for_its_owner_only(laptop: Laptop, tmp_path: Path) -> None:
    laptop.does("capture", "--text", "MECARD:N:Ґедзь,Оксана;;")
    for words in (("pack",), ("key", "recovery")):
        file = tmp_path / words[0]
        laptop.does(*words, "-o", str(file))
        assert file.stat().st_mode & 0o777 == 0o600


def test_what_a_killed_pack_left_is_swept_by_the_next(laptop: Laptop, tmp_path: Path) -> None:
    laptop.does("capture", "--text", "MECARD:N:Ґедзь,Оксана;;")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    old, running = (tmp_path / f".boothapp-pack-{pid}-x7" for pid in (ended.pid, os.getpid()))
    for folder in (old, running):
        folder.mkdir()
        (folder / "leads.xlsx").write_bytes(b"personal")
    laptop.does("pack", "-o", str(tmp_path / "pack.zip"))
    assert not old.exists()
    assert running.exists()


def test_more_leads_than_there_are_numbers_for_is_all_of_them(laptop: Laptop) -> None:
    laptop.does("capture", "--text", "MECARD:N:Ґедзь,Оксана;;")
    assert len(laptop.does("leads", "--limit", "9" * 20)) == 1


def test_an_empty_show_has_nothing_to_pack(laptop: Laptop, tmp_path: Path) -> None:
    said = laptop.run("pack", "-o", str(tmp_path / "pack.zip"))
    assert said.code == 1
    assert "no leads" in said.err
    assert json.loads(said.out)["error"]["happened"] in said.err
    assert not zipfile.is_zipfile(tmp_path / "pack.zip")


def test_without_a_key_or_with_a_wrong_one_nothing_happens(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = Laptop(home)
    laptop.does("demo", "--leads", "1", "--no-window")
    before = {file: file.read_bytes() for file in home.root.iterdir()}
    for wrong in ("wrong", ""):
        monkeypatch.setenv("BOOTHAPP_PASSPHRASE", wrong)
        for words in (
            ("leads",),
            ("capture", "--note", "x"),
            ("check",),
            ("demo", "--leads", "1", "--no-window"),
        ):
            said = laptop.run(*words)
            assert (said.code, said.out) == (3, ""), said
            assert "passphrase" in said.err
    assert {file: file.read_bytes() for file in home.root.iterdir()} == before


def test_damage_is_found_and_named(laptop: Laptop) -> None:
    for number in range(60):
        laptop.does("capture", "--set", f"company=Werft {number}", "--note", "x" * 2000)
    assert laptop.does("check")["ok"]
    content = bytearray(laptop.home.store.read_bytes())
    at = len(content) // 2
    content[at : at + 16] = bytes(byte ^ 0xFF for byte in content[at : at + 16])
    laptop.home.store.write_bytes(content)
    said = laptop.run("check")
    assert said.code == 1
    found = {one["name"]: one for one in said.json["checks"]}
    assert not found["pages"]["ok"]
    assert "page" in found["pages"]["detail"]
    assert found["disk"]["ok"]
    assert "boothapp check" not in said.out + said.err


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has pipes with names")
def test_a_pipe_that_nobody_writes_into_is_not_waited_for(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "PIPE_WAIT", 0.05)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for words in (("decode", "--file"), ("capture", "--file"), ("capture", "--image"), ("show", "import")):
        said = laptop.run(*words, str(pipe))
        assert (said.code, said.out) == (2, ""), said
    said = laptop.run("attendees", "import", str(pipe))
    assert (said.code, said.out) == (2, ""), said
    assert "it is a pipe" in said.err
    assert laptop.does("leads") == []


def test_a_home_that_is_no_folder_is_told_in_the_app_s_own_words(home: Home) -> None:
    home.root.parent.mkdir(exist_ok=True)
    home.root.touch()
    said = Laptop(home).run("leads")
    assert (said.code, said.out) == (3, "")
    assert "there is something else of that name" in said.err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other systems have no XDG folders")
@pytest.mark.parametrize("named", ["relative", "./here", "", "~/data"])
def test_a_relative_data_folder_is_not_taken(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOOTHAPP_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", named)
    assert paths.home().root == tmp_path / ".local" / "share" / "boothapp"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert paths.home().root == tmp_path / "data" / "boothapp"


def test_the_program_itself_speaks_utf8_and_ends_with_its_code(home: Home) -> None:
    """Once as a process of its own, in the poorest locale there is."""
    command = [sys.executable, "-m", "boothapp"]
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    subprocess.run(
        [*command, "demo", "--leads", "0", "--no-window"], env=env, check=True, capture_output=True
    )
    badge = "MECARD:N:Ґедзь,Оксана;;"
    done = subprocess.run(
        [*command, "decode", "--json", "--text", badge], env=env, capture_output=True, check=True
    )
    assert json.loads(done.stdout.decode("utf-8"))["visitor"]["family_name"] == "Ґедзь"
    wrong = subprocess.run([*command, "lead", "A-1"], env=env, capture_output=True, check=False)
    assert wrong.returncode == 2
    assert b"Traceback" not in wrong.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says in the surroundings where a screen is")
@pytest.mark.parametrize("words", [(), ("demo", "--leads", "0")], ids=str)
@pytest.mark.parametrize(
    ("screen", "said"),
    [
        ({}, "There is no screen here."),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "There is no screen here."),
        ({"DISPLAY": ":99"}, "could not connect to display :99."),
        ({"QT_QPA_PLATFORM": "nonsense"}, "nonsense"),
    ],
    ids=str,
)
def test_without_a_screen_the_window_says_so(
    home: Home, words: tuple[str, ...], screen: dict[str, str], said: str
) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in names} | screen
    command = [sys.executable, "-m", "boothapp", *words]
    done = subprocess.run(command, env=env, capture_output=True, check=False, timeout=60)
    told = done.stderr.decode("utf-8")
    assert done.returncode == 3, told
    assert said in told
    assert "--no-window" in told
    assert len(told.splitlines()) == 1
    assert home.root.exists() == (bool(words) and any(screen.values()))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_answer_that_finds_no_room_is_said(laptop: Laptop) -> None:
    command = [sys.executable, "-m", "boothapp", "--home", str(laptop.home.root), "leads"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    said = done.stderr.decode("utf-8")
    assert "The answer can't be written" in said
    assert "Exception" not in said


def test_an_unknown_country_is_left_out_with_a_warning(laptop: Laptop) -> None:
    said = laptop.does("capture", "--set", "country=XX", "--set", "company=Werft")
    assert any("XX" in warning for warning in said["warnings"])
    assert "XX" not in json.dumps(laptop.does("lead", said["lead"])["visitor"])


def test_a_report_of_our_bug_holds_nothing_of_a_visitor(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise ValueError(BADGE)

    monkeypatch.setitem(main.RUN, "leads", broken)
    said = laptop.run("leads")
    assert said.code == 70
    (report,) = (laptop.home.root / "reports").iterdir()
    assert str(report) in said.err
    assert "ValueError" in report.read_text("utf-8")
    assert "Ґедзь" not in report.read_text("utf-8") + said.err
    if os.name == "posix":
        assert report.stat().st_mode & 0o777 == 0o600

"""What is tried, in the order of the page: the name of each check and what it looks at."""

from collections.abc import Mapping

from boothapp.words import mark

SCANNER = "scanner"
CHECKS: Mapping[str, tuple[str, str]] = {
    SCANNER: (mark("Scanner"), mark("A badge of your own, read and not kept.")),
    "disk": (mark("Disk"), mark("Room, and whether it takes what is written.")),
    "clock": (mark("Clock"), mark("The date, and whether it was set back.")),
    "visitors": (mark("Pretended visitors"), mark("From the badge to the rating and the search.")),
    "fonts": (mark("Letters on paper"), mark("A sheet in each language of the show.")),
    "printer": (mark("Printer"), mark("Whether it would print a sheet now.")),
    "copy": (mark("Second copy"), mark("Whether the leads lie in a second place.")),
    "mapping": (mark("Fields for head office"), mark("What would be sent of a complete visitor.")),
    "crm": (mark("Head office"), mark("Whether it answers, and with which rights.")),
}

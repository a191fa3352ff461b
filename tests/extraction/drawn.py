"""Pages as people copy them from the web, drawn in short: which lines are items, which go on, which are furniture.

`shapes/*.txt` hold them. A page begins with `=== name | language | uploaded day | published day`; that is `unknown`
where the text does not tell it, and `either` where both answers will do. `| sections`: the headings its items stand
under are looked at, too. Each further line is one of the page, behind a letter that says what it is:

    T  the page's own headline        E  an item begins              X  furniture: in no event
    H  a heading of items             +  the item goes on            ?  may be either

`&` in front of the letter glues the line to the one before. The tests of shapes read them, and the model of lines
learns from them.
"""

import datetime
import re
from dataclasses import dataclass, field
from pathlib import Path

SHAPES = Path(__file__).parent / "shapes"
HEAD = re.compile(r"=== (\S+) \| (en|vi) \| uploaded (\S+) \| published (\S+)( \| sections)?")


@dataclass
class Piece:
    kind: str
    start: int
    text: str


@dataclass
class Page:
    name: str
    language: str
    uploaded: datetime.date
    published: str
    sections: bool
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def add(self, line: str) -> None:
        glued, line = line.startswith("&"), line.removeprefix("&")
        if self.text and not glued:
            self.text += "\n"
        if line:
            assert line[0] in "THEX+?", line
            assert line[1] == "|", line
            self.pieces.append(Piece(line[0], len(self.text), line[2:]))
            self.text += line[2:]


def pages() -> list[Page]:
    found: list[Page] = []
    for file in sorted(SHAPES.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if head := HEAD.fullmatch(line):
                name, language, uploaded, published, sections = head.groups()
                found.append(Page(name, language, datetime.date.fromisoformat(uploaded), published, bool(sections)))
            else:
                found[-1].add(line)
    return found

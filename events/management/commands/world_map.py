"""Make events/world/shapes.json: every country as a shape or a dot on a flat map, from Natural Earth.

Natural Earth is in the public domain and draws borders as they are held on the ground. Its shapes come from the npm
package world-atlas: run `npm ci --ignore-scripts` first. The projection is Equal Earth (B. Šavrič, T. Patterson and
B. Jenny, International Journal of Geographical Information Science, 2018), in which equal areas stay equal.
"""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from babel.core import get_global
from django.conf import settings
from django.core.management.base import BaseCommand

ATLAS = settings.BASE_DIR / "node_modules" / "world-atlas"
MADE = settings.BASE_DIR / "events" / "world" / "shapes.json"

WIDTH = 1000  # of the drawing; its height follows
NORTH, SOUTH = 84.0, -57.0  # degrees of latitude; Antarctica stays out, or it would fill a third
LEAST_AREA = 6.0  # of a shape one can point at, in square units of the drawing; smaller ones are dots
WITHOUT_NUMBER = {"Kosovo": "XK"}  # no ISO 3166 number, but a code in use; others without a number are plain land
# Territories that Natural Earth draws as part of another country, or not at all: longitude, latitude.
ADDED = {
    "BQ": (-68.3, 12.2), "BV": (3.4, -54.4), "CC": (96.9, -12.2), "CX": (105.6, -10.5), "GF": (-53.1, 3.9),
    "GP": (-61.5, 16.2), "MQ": (-61.0, 14.6), "RE": (55.5, -21.1), "SJ": (16.0, 78.6), "TK": (-171.8, -9.2),
    "YT": (45.2, -12.8),
}  # fmt: skip

Ring = list[tuple[float, float]]


class Command(BaseCommand):
    help = "Draw the map of the world from Natural Earth into events/world/shapes.json."

    def handle(self, **options) -> None:
        shapes, dots, land = {}, {}, []
        for code, rings in _countries("countries-110m.json"):
            drawn = [[_project(*place) for place in ring] for ring in rings if _is_seen(ring)]
            if not drawn:
                continue
            path = "".join(map(_path, drawn))
            if not path:
                continue
            if code is None:
                land.append(path)
            elif sum(map(_area, drawn)) < LEAST_AREA:
                dots[code] = _centre(drawn)
            else:
                shapes[code] = path
        for code, rings in _countries("countries-10m.json"):
            if code and code not in shapes and code not in dots:
                drawn = [[_project(*place) for place in ring] for ring in rings if _is_seen(ring)]
                if drawn:
                    dots[code] = _centre(drawn)
        for code, place in ADDED.items():
            if code not in shapes:
                dots[code] = [round(value, 1) for value in _project(*place)]
        height = round(_project(0, SOUTH)[1])
        made = {"width": WIDTH, "height": height, "shapes": shapes, "dots": dots, "land": land}
        MADE.write_text(json.dumps(made, sort_keys=True, separators=(",", ":")).replace('","', '",\n"') + "\n")
        self.stdout.write(f"{len(shapes)} shapes, {len(dots)} dots.")


def _countries(file: str) -> Iterator[tuple[str | None, list[Ring]]]:
    """ISO 3166-1 alpha-2, or None where there is none, and the rings in degrees."""
    topology = json.loads((ATLAS / file).read_text())
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    alpha = get_global("territory_aliases")
    for geometry in topology["objects"]["countries"]["geometries"]:
        number = geometry.get("id")
        code = alpha[number][0] if number in alpha else WITHOUT_NUMBER.get(geometry["properties"]["name"])
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        yield code, [part for polygon in polygons for line in polygon for part in _cut(_ring(line, arcs))]


def _degrees(arc: list, transform: dict) -> Ring:
    """TopoJSON writes each place as steps from the one before."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    places = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        places.append((x * scale_x + left, y * scale_y + bottom))
    return places


def _ring(line: list[int], arcs: list[Ring]) -> Ring:
    """A negative number is an arc the other way round."""
    places: Ring = []
    for number in line:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        places += arc[1:] if places else arc
    return places


def _cut(ring: Ring) -> list[Ring]:
    """Where a ring crosses the edge of the map at 180 degrees: its part on this side and the one on the other."""
    turns, unrolled = 0, [ring[0]]
    for (before, _), (longitude, latitude) in pairwise(ring):
        turns += (longitude - before < -180) - (longitude - before > 180)
        unrolled.append((longitude + 360 * turns, latitude))
    parts = []
    for shift in (-360, 0, 360):
        shifted = [(longitude + shift, latitude) for longitude, latitude in unrolled]
        if part := _clipped(_clipped(shifted, -180, 1), 180, -1):
            parts.append(part)
    return parts


def _clipped(ring: Ring, edge: float, side: int) -> Ring:
    """What lies east (side 1) or west (side -1) of a meridian."""
    kept: Ring = []
    for (x, y), (next_x, next_y) in zip(ring, ring[1:] + ring[:1], strict=True):
        is_in, is_next_in = (x - edge) * side >= 0, (next_x - edge) * side >= 0
        if is_in:
            kept.append((x, y))
        if is_in != is_next_in:
            kept.append((edge, y + (next_y - y) * (edge - x) / (next_x - x)))
    return kept


def _is_seen(ring: Ring) -> bool:
    return max(latitude for _, latitude in ring) > SOUTH


def _equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    x = 2 * sqrt(3) * radians(longitude) * cos(t) / (3 * (9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1))
    return x, a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t


def _project(longitude: float, latitude: float) -> tuple[float, float]:
    edge, top = _equal_earth(180, 0)[0], _equal_earth(0, NORTH)[1]
    x, y = _equal_earth(longitude, latitude)
    scale = WIDTH / (2 * edge)
    return (x + edge) * scale, (top - y) * scale


def _area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairs)) / 2


def _centre(rings: list[Ring]) -> list[float]:
    """The middle of the largest ring."""
    ring = max(rings, key=_area)
    return [round(sum(place[axis] for place in ring) / len(ring), 1) for axis in (0, 1)]


def _path(ring: Ring) -> str:
    """In steps from place to place, a tenth of a unit fine."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    (x, y), steps = tenths[0], []
    written = f"M{x / 10:g},{y / 10:g}l"
    for next_x, next_y in tenths[1:]:
        if (next_x, next_y) != (x, y):
            steps.append(f"{(next_x - x) / 10:g},{(next_y - y) / 10:g}")
            x, y = next_x, next_y
    if len(steps) < 3:
        return ""  # too small to see at this scale
    joined = " ".join(steps).replace(" -", "-").replace(",-", "-")
    return written + re.sub(r"(?<!\d)0\.", ".", joined) + "z"

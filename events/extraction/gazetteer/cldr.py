"""Writes countries.tsv: the ISO 3166-1 countries with their CLDR names and the reader's shelf.

Run by hand when CLDR changes its names: `python -m events.extraction.gazetteer.cldr`. Nothing else imports this
module, so that reading needs no Babel.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

# The shelves follow the desk's guide, not geography alone: Russia, Turkey and the Caucasus are Europe; Iran, Israel
# and the Gulf stand with Africa; Central and South Asia with Australia and Oceania. Antarctica has no shelf.
SHELVES = {
    "asia-pacific": (
        "AF AS AU BD BN BT CC CK CN CX FJ FM GU HK HM ID IN IO JP KG KH KI KP KR KZ LA LK MH MM MN MO MP MV MY NC NF NP"
        " NR NU NZ PF PG PH PK PN PW SB SG TH TJ TK TL TM TO TV TW UM UZ VN VU WF WS"
    ),
    "europe": (
        "AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC"
        " MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK"
    ),
    "middle-east-africa": (
        "AE AO BF BH BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IL IQ IR JO KE KM KW LB LR LS LY MA"
        " MG ML MR MU MW MZ NA NE NG OM PS QA RE RW SA SC SD SH SL SN SO SS ST SY SZ TD TF TG TN TZ UG YE YT ZA ZM ZW"
    ),
    "americas": (
        "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF"
        " MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI"
    ),
    "": "AQ",
}


def main() -> None:
    names = {language: Locale(language).territories for language in ("en", "vi")}
    rows = sorted(
        f"{iso2}\t{shelf}\t{names['en'][iso2]}\t{names['vi'][iso2]}"
        for shelf, codes in SHELVES.items()
        for iso2 in codes.split()
    )
    head = "# Written by cldr.py from CLDR (Unicode licence); do not edit.\n# code\tshelf\tEnglish\tVietnamese\n"
    Path(__file__).with_name("countries.tsv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""What each event type means, in one sentence for editors, after PLOVER's manual (openeventdata/PLOVER)."""

from django.utils.translation import gettext_lazy as _

from events.models.choices import EventType

NO_ACT = _("No act")

OF_TYPE = {
    EventType.AGREE: _("Says or signs that it will cooperate, settle or help."),
    EventType.CONSULT: _("Meets, visits, calls or negotiates."),
    EventType.SUPPORT: _("Praises, backs or recognizes another party, or begins relations with it."),
    EventType.CONCEDE: _("Says that it will give way: ease, lift or allow what was demanded."),
    EventType.COOPERATE: _("Works with another party in deeds: trades, shares, trains, exercises."),
    EventType.AID: _("Gives money, goods, weapons, care or shelter."),
    EventType.RETREAT: _("Gives way in deeds: withdraws forces, frees people, lifts a measure."),
    EventType.REQUEST: _("Asks or demands that another party act or stop acting."),
    EventType.ACCUSE: _("Blames or condemns in words, complains, sues or investigates."),
    EventType.REJECT: _("Refuses a demand, a plan or a settlement in words."),
    EventType.THREATEN: _("Warns of harm, measures or force to come."),
    EventType.PROTEST: _("Demonstrates, strikes, boycotts or riots."),
    EventType.SANCTION: _("Punishes without force: cuts ties or trade, expels, withholds."),
    EventType.MOBILIZE: _("Moves, readies or shows forces."),
    EventType.COERCE: _("Compels short of violence: arrests, bans, seizes, blocks, hacks."),
    EventType.ASSAULT: _("Uses violence: attacks, bombs, kills, injures."),
    None: _("Nobody did anything to anybody."),
}

"""Who and what an event names, in order of first mention, and who did it to whom."""

from django.db import models

from events.models.choices import Role
from events.models.constraints import exactly_one, one_of


class EventCountry(models.Model):
    event = models.ForeignKey("Event", models.CASCADE, related_name="event_countries")
    country = models.ForeignKey("Country", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["country", "event"], name="event_country_once")]

    def __str__(self) -> str:
        return str(self.country)


class EventOrganization(models.Model):
    event = models.ForeignKey("Event", models.CASCADE, related_name="event_organizations")
    organization = models.ForeignKey("Organization", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["organization", "event"], name="event_organization_once")]

    def __str__(self) -> str:
        return str(self.organization)


class EventPerson(models.Model):
    event = models.ForeignKey("Event", models.CASCADE, related_name="event_people")
    person = models.ForeignKey("Person", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["person", "event"], name="event_person_once")]

    def __str__(self) -> str:
        return str(self.person)


class EventAgency(models.Model):
    event = models.ForeignKey("Event", models.CASCADE, related_name="event_agencies")
    agency = models.ForeignKey("Agency", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "event"], name="event_agency_once")]

    def __str__(self) -> str:
        return str(self.agency)


class Party(models.Model):
    """A country or an organization that did it (actor) or that it was done to (recipient)."""

    event = models.ForeignKey("Event", models.CASCADE, related_name="parties")
    role = models.CharField(max_length=9, choices=Role)
    country = models.ForeignKey("Country", models.PROTECT, null=True, blank=True, related_name="+")
    organization = models.ForeignKey("Organization", models.PROTECT, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "parties"
        ordering = ["role", "position"]
        constraints = [
            one_of("role", Role, model="party"),
            exactly_one("country", "organization", name="party_one_of_two"),
            models.UniqueConstraint(
                fields=["event", "role", "country", "organization"], name="party_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return self.value

    @property
    def value(self) -> str:
        """As the addresses have it: ISO code in capitals, organization slug in lower case."""
        return self.country_id or self.organization.slug

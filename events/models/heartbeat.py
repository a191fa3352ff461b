from django.db import models
from django.db.models.functions import Now


class Heartbeat(models.Model):
    """When a background process was last seen alive. Asking the row is instant; asking the process takes seconds."""

    name = models.CharField(max_length=20, primary_key=True)  # worker, beat
    seen_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.name

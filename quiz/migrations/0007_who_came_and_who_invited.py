"""When a pupil first sat down, and which teacher made an invitation."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def those_who_worked_came(apps, schema_editor):
    """Of seats from before, those whose learner began something were sat down in."""
    seats = apps.get_model("quiz", "Enrolment").objects
    began = apps.get_model("quiz", "Attempt").objects.values("learner")
    seats.filter(learner__in=began).update(came_at=models.F("joined_at"))


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("quiz", "0006_belief_begins_narrower"),
    ]
    operations = [
        migrations.AddField(
            "enrolment",
            "came_at",
            models.DateTimeField(
                blank=True,
                null=True,
                help_text="When the pupil first sat down; empty: not yet.",
            ),
        ),
        migrations.RunPython(those_who_worked_came, migrations.RunPython.noop),
        # No page has made an invitation yet, so the default meets no row.
        migrations.AddField(
            "invitation",
            "made_by",
            models.ForeignKey(
                default=0,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to=settings.AUTH_USER_MODEL,
            ),
            preserve_default=False,
        ),
    ]

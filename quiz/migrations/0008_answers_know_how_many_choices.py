"""An answer keeps how many choices its learner had; earlier work belongs to what was set."""

from django.db import migrations, models


def work_belongs_to_what_was_set(apps, schema_editor):
    """Attempts from before that a class made at a unit it was set: one open attempt of a learner.

    A class was set a unit once then, so there is no doubt which work an attempt was for.
    """
    Assignment = apps.get_model("quiz", "Assignment")
    Attempt = apps.get_model("quiz", "Attempt")
    for work in Assignment.objects.all():
        rows = Attempt.objects.filter(
            assignment=None, classroom=work.classroom_id, edition__unit=work.unit_id
        )
        rows.exclude(finished_at=None).update(assignment=work)
        taken = set()
        for attempt in rows.filter(finished_at=None).order_by("-started_at"):
            if attempt.learner_id not in taken:
                taken.add(attempt.learner_id)
                Attempt.objects.filter(pk=attempt.pk).update(assignment=work)


class Migration(migrations.Migration):
    dependencies = [("quiz", "0007_who_came_and_who_invited")]
    operations = [
        # Empty is allowed, so no table is made anew and the triggers on answers stay.
        migrations.AddField(
            "response",
            "options",
            models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                help_text="How many choices the learner had. Empty: all that there are.",
            ),
        ),
        migrations.RunPython(work_belongs_to_what_was_set, migrations.RunPython.noop),
    ]

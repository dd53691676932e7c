"""What was set for a class is called an assignment, and may be set more than once."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("curriculum", "0006_bundled_units_can_be_loaded_again"),
        ("quiz", "0003_erasures"),
    ]
    operations = [
        migrations.RemoveConstraint("ClassroomUnit", "a_unit_is_set_once_for_a_class"),
        migrations.RenameModel("ClassroomUnit", "Assignment"),
    ]

"""What is believed of a new learner begins with a standard error of 1.2 logits."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quiz", "0005_the_study")]
    operations = [
        migrations.AlterField(
            model_name="mastery",
            name="uncertainty",
            field=models.FloatField(default=1.2, help_text="One standard error, in logits."),
        ),
    ]

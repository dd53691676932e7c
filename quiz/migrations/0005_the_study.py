"""Rules of assignments, accommodations, flags, reviews, calibrated questions, co-teachers."""

from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
import quiz.models.attempt
import quiz.models.classroom
from django.conf import settings
from django.db import migrations, models


guards = import_module("quiz.migrations.0002_answers_never_change")


def copy_difficulties(apps, schema_editor):
    """Answers given before knew their question's difficulty as its author put it."""
    Response = apps.get_model("quiz", "Response")
    Version = apps.get_model("curriculum", "QuestionVersion")
    difficulty = Version.objects.filter(pk=models.OuterRef("version")).values("difficulty")
    Response.objects.update(difficulty=models.Subquery(difficulty))


class Migration(migrations.Migration):

    dependencies = [
        ('curriculum', '0006_bundled_units_can_be_loaded_again'),
        ('quiz', '0004_work_is_an_assignment'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(guards.unguard, guards.guard),
        migrations.CreateModel(
            name='Accommodation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('extra_time', models.PositiveSmallIntegerField(choices=[(0, 'None'), (25, 'A quarter more'), (50, 'Half as much again'), (100, 'Twice the time')], default=0, help_text='In hundredths of the time given.')),
                ('fewer_choices', models.BooleanField(default=False, help_text='One wrong answer less to weigh.')),
                ('larger_text', models.BooleanField(default=False)),
                ('read_aloud', models.BooleanField(default=False, help_text="By the browser's own voice.")),
                ('changed_at', models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('secret', models.CharField(default=quiz.models.classroom.new_secret, max_length=43, unique=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name='Calibration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('difficulty', models.FloatField(help_text='In logits.')),
                ('answers', models.PositiveIntegerField(help_text='Answers that it rests on.')),
                ('calibrated_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='CoTeacher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['joined_at'],
            },
        ),
        migrations.CreateModel(
            name='Drawn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Flag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('unfair', 'It is unfair'), ('unclear', 'I do not understand what it asks'), ('wrong', 'The right answer looks wrong to me')], max_length=8)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('outcome', models.CharField(choices=[('open', 'Not looked at yet'), ('mended', 'The question was changed'), ('kept', 'The question stays as it is')], default='open', max_length=8)),
                ('reply', models.CharField(blank=True, max_length=500)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-made_at'],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('secret', models.CharField(default=quiz.models.classroom.new_secret, max_length=43, unique=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-made_at'],
            },
        ),
        migrations.CreateModel(
            name='Pass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passed_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name_plural': 'passes',
                'ordering': ['passed_at'],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skill', models.CharField(choices=[('prov', 'Provenance'), ('attr', 'Attribution'), ('stand', 'Source standing'), ('type', 'Claim type'), ('supp', 'Support'), ('force', 'Strength'), ('load', 'Loaded language'), ('infer', 'Inference'), ('ctx', 'Context'), ('trace', 'Trace'), ('corrob', 'Corroborate'), ('calib', 'Calibration')], max_length=6)),
                ('step', models.PositiveSmallIntegerField(default=0)),
                ('last_on', models.DateField()),
                ('due_on', models.DateField()),
            ],
            options={
                'ordering': ['due_on', 'skill'],
            },
        ),
        migrations.AlterModelOptions(
            name='assignment',
            options={'ordering': ['set_at', 'pk']},
        ),
        migrations.RemoveConstraint(
            model_name='attempt',
            name='a_learner_has_one_open_attempt_at_an_edition',
        ),
        migrations.AddField(
            model_name='assignment',
            name='due_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='assignment',
            name='edition',
            field=models.ForeignKey(blank=True, help_text='Empty: whichever edition is the newest.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assignments', to='curriculum.edition'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='feedback',
            field=models.CharField(choices=[('now', 'After each answer'), ('after_due', 'Once the work is due')], default='now', max_length=10),
        ),
        migrations.AddField(
            model_name='assignment',
            name='late',
            field=models.CharField(choices=[('marked', 'Take it, and mark it as late'), ('closed', 'Take nothing after that')], default='marked', max_length=8),
        ),
        migrations.AddField(
            model_name='assignment',
            name='minutes',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Time for one try, from its start. Empty: no limit.', null=True),
        ),
        migrations.AddField(
            model_name='assignment',
            name='opens_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='assignment',
            name='seats',
            field=models.ManyToManyField(blank=True, help_text='Empty: the whole class.', related_name='assignments', to='quiz.enrolment'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='shuffled',
            field=models.BooleanField(default=False, help_text='Each learner meets the questions of a lesson in another order.'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='ticket',
            field=models.UUIDField(editable=False, help_text='So that two taps set it once.', null=True, unique=True),
        ),
        migrations.AddField(
            model_name='assignment',
            name='tries',
            field=models.PositiveSmallIntegerField(blank=True, help_text='How often a learner may work through it. Empty: no limit.', null=True),
        ),
        migrations.AddField(
            model_name='attempt',
            name='assignment',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='attempts', to='quiz.assignment'),
        ),
        migrations.AddField(
            model_name='attempt',
            name='closes_at',
            field=models.DateTimeField(blank=True, help_text='The server takes no answer after this, but for a grace.', null=True),
        ),
        migrations.AddField(
            model_name='attempt',
            name='kind',
            field=models.CharField(choices=[('study', 'Study'), ('review', 'Review')], default='study', max_length=6),
        ),
        migrations.AddField(
            model_name='classroom',
            name='sign_in',
            field=models.CharField(choices=[('pin', 'Four digits'), ('pictures', 'Three pictures')], default='pin', max_length=8),
        ),
        migrations.AddField(
            model_name='learner',
            name='asks_confidence',
            field=models.BooleanField(default=False, help_text='Whether this learner says how sure they are, when practising.'),
        ),
        migrations.AddField(
            model_name='response',
            name='confidence',
            field=models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Guessing'), (2, 'Fairly sure'), (3, 'Certain')], null=True),
        ),
        migrations.AddField(
            model_name='response',
            name='difficulty',
            field=models.FloatField(default=0.0, help_text='In logits.'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='response',
            name='late',
            field=models.BooleanField(default=False, help_text='After the assignment was due.'),
        ),
        migrations.AddField(
            model_name='response',
            name='seconds',
            field=models.PositiveIntegerField(blank=True, help_text="From the question's appearing to the answer.", null=True),
        ),
        migrations.AlterField(
            model_name='assignment',
            name='classroom',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='quiz.classroom'),
        ),
        migrations.AlterField(
            model_name='assignment',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='curriculum.unit'),
        ),
        migrations.AlterField(
            model_name='attempt',
            name='edition',
            field=models.ForeignKey(blank=True, null=True, on_delete=quiz.models.attempt.keep_learners_work, related_name='attempts', to='curriculum.edition'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('opens_at__isnull', True), ('due_at__isnull', True), ('due_at__gt', models.F('opens_at')), _connector='OR'), name='work_is_due_after_it_opens', violation_error_message='The work has to be due after it opens.'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('feedback', 'after_due'), _negated=True), ('due_at__isnull', False), _connector='OR'), name='feedback_after_the_due_date_needs_one', violation_error_message='Say when the work is due, or give feedback at once.'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('tries__isnull', True), ('tries__gte', 1), _connector='OR'), name='work_may_be_tried_at_least_once'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__isnull', True), ('minutes__gte', 1), _connector='OR'), name='a_time_limit_is_a_minute_or_more'),
        ),
        migrations.AddConstraint(
            model_name='attempt',
            constraint=models.UniqueConstraint(condition=models.Q(('assignment__isnull', True), ('finished_at__isnull', True)), fields=('learner', 'edition'), name='a_learner_has_one_open_attempt_at_an_edition'),
        ),
        migrations.AddConstraint(
            model_name='attempt',
            constraint=models.UniqueConstraint(condition=models.Q(('finished_at__isnull', True)), fields=('learner', 'assignment'), name='a_learner_has_one_open_attempt_at_an_assignment'),
        ),
        migrations.AddConstraint(
            model_name='attempt',
            constraint=models.UniqueConstraint(condition=models.Q(('finished_at__isnull', True), ('kind', 'review')), fields=('learner',), name='a_learner_has_one_open_review'),
        ),
        migrations.AddConstraint(
            model_name='attempt',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('edition__isnull', True), ('kind', 'review')), models.Q(('edition__isnull', False), ('kind', 'study')), _connector='OR'), name='a_review_draws_from_many_editions'),
        ),
        migrations.AddConstraint(
            model_name='response',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__isnull', True), ('confidence__range', (1, 3)), _connector='OR'), name='confidence_has_three_levels'),
        ),
        migrations.AddField(
            model_name='accommodation',
            name='learner',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='accommodation', to='quiz.learner'),
        ),
        migrations.AddField(
            model_name='calendarfeed',
            name='learner',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='feed', to='quiz.learner'),
        ),
        migrations.AddField(
            model_name='calibration',
            name='version',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calibration', to='curriculum.questionversion'),
        ),
        migrations.AddField(
            model_name='coteacher',
            name='classroom',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='co_teachers', to='quiz.classroom'),
        ),
        migrations.AddField(
            model_name='coteacher',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='co_teaching', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='drawn',
            name='attempt',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drawn', to='quiz.attempt'),
        ),
        migrations.AddField(
            model_name='drawn',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.RESTRICT, related_name='drawn', to='curriculum.questionversion'),
        ),
        migrations.AddField(
            model_name='flag',
            name='attempt',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='flags', to='quiz.attempt'),
        ),
        migrations.AddField(
            model_name='flag',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='flags', to='quiz.learner'),
        ),
        migrations.AddField(
            model_name='flag',
            name='settled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='flag',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='flags', to='curriculum.questionversion'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='classroom',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='quiz.classroom'),
        ),
        migrations.AddField(
            model_name='pass',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passes', to='quiz.learner'),
        ),
        migrations.AddField(
            model_name='pass',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passes', to='curriculum.unit'),
        ),
        migrations.AddField(
            model_name='review',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='quiz.learner'),
        ),
        migrations.AddConstraint(
            model_name='coteacher',
            constraint=models.UniqueConstraint(fields=('classroom', 'user'), name='a_colleague_joins_a_class_once'),
        ),
        migrations.AddConstraint(
            model_name='drawn',
            constraint=models.UniqueConstraint(fields=('attempt', 'position'), name='a_review_has_one_question_at_a_place'),
        ),
        migrations.AddConstraint(
            model_name='drawn',
            constraint=models.UniqueConstraint(fields=('attempt', 'version'), name='a_review_asks_a_question_once'),
        ),
        migrations.AddConstraint(
            model_name='flag',
            constraint=models.UniqueConstraint(fields=('learner', 'version'), name='a_learner_flags_a_question_once'),
        ),
        migrations.AddConstraint(
            model_name='flag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'open'), ('settled_at__isnull', True)), models.Q(models.Q(('outcome', 'open'), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='a_settled_flag_has_its_time'),
        ),
        migrations.AddConstraint(
            model_name='pass',
            constraint=models.UniqueConstraint(fields=('learner', 'unit'), name='a_learner_passes_on_a_unit_once'),
        ),
        migrations.AddIndex(
            model_name='review',
            index=models.Index(fields=['learner', 'due_on'], name='what_is_due_for_a_learner'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.UniqueConstraint(fields=('learner', 'skill'), name='a_learner_reviews_a_skill_on_one_day'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gt', models.F('last_on'))), name='a_review_comes_after_the_last'),
        ),
        migrations.RunPython(copy_difficulties, migrations.RunPython.noop),
        migrations.RunPython(guards.guard, guards.unguard),
    ]

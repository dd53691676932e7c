"""Refuse, in the database itself, any change to what was asked or published."""

from django.db import migrations

TABLES = [
    "curriculum_questionversion",
    "curriculum_choice",
    "curriculum_anchor",
    "curriculum_edition",
    "curriculum_editionquestion",
]
MESSAGE = "What was asked or published never changes: make a new version."

SQLITE = (
    "CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table} "
    "BEGIN SELECT RAISE(ABORT, '" + MESSAGE + "'); END"
)
POSTGRESQL_FUNCTION = (
    "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '" + MESSAGE + "' USING ERRCODE = '23514'; END $$"
)
POSTGRESQL = (
    "CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
)


def guard(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(POSTGRESQL_FUNCTION)
    for table in TABLES:
        schema_editor.execute((POSTGRESQL if postgresql else SQLITE).format(table=table))


def unguard(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        on = f" ON {table}" if postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {table}_never_changes{on}")
    if postgresql:
        schema_editor.execute("DROP FUNCTION refuse_change()")


class Migration(migrations.Migration):
    dependencies = [("curriculum", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]

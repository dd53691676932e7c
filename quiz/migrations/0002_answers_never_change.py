"""Refuse, in the database itself, any change to an answer that was given."""

from django.db import migrations

MESSAGE = "An answer never changes once it is given."
TABLE = "quiz_response"

SQLITE = (
    f"CREATE TRIGGER {TABLE}_never_changes BEFORE UPDATE ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
)
POSTGRESQL_FUNCTION = (
    "CREATE FUNCTION refuse_changed_answer() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = '23514'; END $$"
)
POSTGRESQL = (
    f"CREATE TRIGGER {TABLE}_never_changes BEFORE UPDATE ON {TABLE} "
    "FOR EACH ROW EXECUTE FUNCTION refuse_changed_answer()"
)


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION)
        schema_editor.execute(POSTGRESQL)
    else:
        schema_editor.execute(SQLITE)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER {TABLE}_never_changes ON {TABLE}")
        schema_editor.execute("DROP FUNCTION refuse_changed_answer()")
    else:
        schema_editor.execute(f"DROP TRIGGER {TABLE}_never_changes")


class Migration(migrations.Migration):
    dependencies = [("quiz", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]

from django.db import migrations

FOLD = r"""
CREATE FUNCTION newsdesk_fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(
    regexp_replace(
        normalize(
            translate(lower(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g')), 'đð', 'dd'),
            NFKC
        ),
        '[^[:alnum:]]+', ' ', 'g'
    )
)
"""


class Migration(migrations.Migration):
    """Words are searched without case and diacritics, without any extension of PostgreSQL."""

    operations = [migrations.RunSQL(FOLD, "DROP FUNCTION newsdesk_fold(text)")]

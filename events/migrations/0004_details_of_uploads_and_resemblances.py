
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0003_passages_cut_by_people_and_doubt'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Fingerprint',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='fingerprint', serialize=False, to='events.article')),
                ('sentences', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('is_compared', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='Resemblance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shared', models.PositiveIntegerField()),
                ('sentences', models.PositiveIntegerField()),
                ('kept_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['article', '-shared', 'other'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='language_given',
            field=models.CharField(blank=True, choices=[('en', 'English'), ('vi', 'Vietnamese'), ('und', 'Not determined')], max_length=3, verbose_name='language set by an editor'),
        ),
        migrations.AddField(
            model_name='article',
            name='publisher_given',
            field=models.CharField(blank=True, max_length=200, verbose_name='source set by an editor'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('language_given__in', ['', 'en', 'vi', 'und'])), name='article_language_given_known'),
        ),
        migrations.AddIndex(
            model_name='fingerprint',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['sentences'], name='fingerprint_sentences'),
        ),
        migrations.AddIndex(
            model_name='fingerprint',
            index=models.Index(condition=models.Q(('is_compared', False)), fields=['article'], name='fingerprint_not_compared'),
        ),
        migrations.AddField(
            model_name='resemblance',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resemblances', to='events.article'),
        ),
        migrations.AddField(
            model_name='resemblance',
            name='kept_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='resemblance',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='events.article'),
        ),
        migrations.AddConstraint(
            model_name='resemblance',
            constraint=models.UniqueConstraint(fields=('article', 'other'), name='resemblance_once'),
        ),
        migrations.AddConstraint(
            model_name='resemblance',
            constraint=models.CheckConstraint(condition=models.Q(('other__lt', models.F('article'))), name='resemblance_to_an_earlier_one'),
        ),
    ]

"""Lists that stay quick with millions of rows."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.db import connection
from django.utils.functional import cached_property

EXACT_BELOW = 50_000  # rows; counting more takes a person's patience


class EstimatingPaginator(Paginator):
    """Takes PostgreSQL's own estimate for the number of rows of a whole large table; counts all else."""

    @cached_property
    def count(self) -> int:
        query = self.object_list.query
        if not query.where:
            with connection.cursor() as cursor:
                table = query.get_meta().db_table
                cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE oid = %s::regclass", [table])
                (estimate,) = cursor.fetchone()
            if estimate >= EXACT_BELOW:
                return estimate
        return self.object_list.count()


class LargeTableAdmin(admin.ModelAdmin):
    paginator = EstimatingPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    ordering = ("-pk",)


class ReadOnlyAdmin(LargeTableAdmin):
    """Shows rows; changing them is for actions, adding and deleting for nobody."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class ListActionsAdmin(ReadOnlyAdmin):
    """The list has actions; a single row is for reading."""

    def has_change_permission(self, request, obj=None) -> bool:
        return obj is None and super().has_change_permission(request)

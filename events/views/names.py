"""Names that editors may mean while they type one."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from events import accounts, api, naming, search
from events.forms import CorrectionForm
from events.views.access import needs


@require_safe
@needs(accounts.CORRECT)
def names(request: HttpRequest) -> JsonResponse:
    """`field` is one of the lists of names of an event, `find` what was typed."""
    field = request.GET.get("field", "")
    words = request.GET.get("find", "")[: search.MAX_LENGTH]
    found = naming.suggestions(field, words) if field in CorrectionForm.NAMES else []
    response = JsonResponse(found, safe=False, json_dumps_params=api.JSON)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response

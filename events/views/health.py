from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from events import health


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when everything runs, else 503 and what does not. Open to anyone: it tells no secrets."""
    report = health.report()
    answer = JsonResponse(report, status=200 if report["status"] == "ok" else 503)
    answer["Cache-Control"] = "no-store"
    return answer

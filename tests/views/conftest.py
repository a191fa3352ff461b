import pytest
from django.contrib.auth.models import User

from tests.builders import make_editor


@pytest.fixture
def editor(client) -> User:
    """Somebody at the desk, signed in to `client`."""
    user = make_editor("linh", first_name="Linh", last_name="Tran")
    client.force_login(user)
    return user

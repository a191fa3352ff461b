import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r'\bread_\w+\(\s*"([A-Z_]+)"')


def test_every_environment_variable_is_documented():
    read = {name for path in (ROOT / "newsdesk").glob("*.py") for name in READ.findall(path.read_text())}
    assert "DATABASE_URL" in read
    told = (ROOT / "docs" / "operations.md").read_text()
    assert sorted(name for name in read if f"`{name}" not in told) == []

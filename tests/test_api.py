"""What ``import dodomu`` gives, and that it stays quick."""

import subprocess
import sys

import pytest

HEAVY = ("polars", "altair", "pymorphy3", "pydantic", "jsonschema")


def test_import_loads_nothing_heavy():
    code = f"import sys, dodomu; print([name for name in {HEAVY} if name in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == "[]"


def test_every_name_of_the_api_is_there():
    import dodomu

    assert all(getattr(dodomu, name) is not None for name in dodomu.__all__)
    assert set(dodomu.__all__) <= set(dir(dodomu))


def test_an_unknown_name_is_an_ordinary_attribute_error():
    import dodomu

    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        dodomu.lode  # noqa: B018

"""In JupyterLab the notebooks run from the first cell to the last, every picture is drawn, nothing is fetched."""

import json
import os
import re
import subprocess
import sys
import time

import nbformat
import pytest

from dodomu.notebooks import copy_notebooks

SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},  # cells out of sight are there too
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}
CONFIG = {
    "ServerApp": {"ip": "127.0.0.1", "port": 0, "open_browser": False, "allow_root": True},
    "IdentityProvider": {"token": "notebooks"},
    "LabApp": {"news_url": None, "check_for_updates_class": "jupyterlab.NeverCheckForUpdate"},
}
PATIENCE = 200_000
"""How long a busy machine may take for a step, in milliseconds."""

DONE = """() => {
    const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map(one => one.textContent.trim());
    const failed = document.querySelector("[data-mime-type='application/vnd.jupyter.error']");
    return failed || (prompts.length > 0 && prompts.every(text => /^\\[\\d+\\]:$/.test(text)));
}"""
SAID = """() => [...document.querySelectorAll("[data-mime-type='application/vnd.jupyter.error'],"
    + "[data-mime-type='application/vnd.jupyter.stderr']")].map(one => one.textContent)"""
DRAWN = """async () => {
    const pictures = [...document.querySelectorAll(".jp-RenderedSVG img")];
    await Promise.all(pictures.map(one => one.decode()));
    return pictures.filter(one => one.naturalWidth >= 360 && one.naturalHeight > 100).length;
}"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start JupyterLab where the notebooks are, without output; give its address and how many pictures each had."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("notebooks")
    pictures = {path.stem: without_output(path) for path in copy_notebooks(folder)}
    for name, values in SETTINGS.items():
        path = home / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values))
    (home / "jupyter_server_config.json").write_text(json.dumps(CONFIG))
    own = {"JUPYTER_CONFIG_DIR": home, "JUPYTER_DATA_DIR": home / "data", "JUPYTER_RUNTIME_DIR": home / "runtime"}
    own |= {"IPYTHONDIR": home / "ipython", "JUPYTERLAB_SETTINGS_DIR": home / "settings"}
    own |= {"JUPYTERLAB_WORKSPACES_DIR": home / "workspaces"}
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}"]
    with (
        (home / "log").open("wb") as log,
        subprocess.Popen(
            command, env=os.environ | {name: str(path) for name, path in own.items()}, stdout=log, stderr=log
        ) as server,
    ):
        try:
            yield address_of(server, home), pictures
        finally:
            server.terminate()


def without_output(path):
    notebook, pictures = nbformat.read(path, as_version=4), 0
    for cell in notebook.cells:
        if cell.cell_type == "code":
            pictures += sum("image/svg+xml" in out.get("data", {}) for out in cell.outputs)
            cell.outputs, cell.execution_count = [], None
    nbformat.write(notebook, path)
    return pictures


def address_of(server, home):
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        for path in home.glob("runtime/jpserver-*.json"):
            if found := path.read_text():
                return json.loads(found)["url"]
        time.sleep(0.1)
    pytest.fail((home / "log").read_text())


@pytest.mark.parametrize(
    "name",
    [
        "02_timelines",
        *(pytest.param(name, marks=pytest.mark.slow) for name in ("01_explore", "03_your_articles")),
        pytest.param("04_promises_and_claims", marks=pytest.mark.slow),
    ],
)
def test_a_notebook_runs_in_jupyterlab_and_draws_its_pictures(lab, chromium, name):
    address, pictures = lab
    with chromium.new_context(viewport={"width": 1400, "height": 1000}) as context:
        context.set_default_timeout(PATIENCE)
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}lab/workspaces/{name}/tree/{name}.ipynb?token=notebooks")
        page.get_by_text(re.compile(r"^Python 3 .*\| Idle$")).wait_for()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.wait_for_function(DONE)
        assert page.evaluate(SAID) == []
        assert page.evaluate(DRAWN) == pictures[name]
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []

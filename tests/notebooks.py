"""Runs the notebooks and keeps their outputs without what changes from run to run.

python -m tests.notebooks            run all and write their outputs
python -m tests.notebooks 02         only those whose name begins so
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbclient
import nbformat

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parents[1] / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
NOISE = re.compile(r"<style scoped>.*?</style>\s*|0x[0-9a-f]+", re.DOTALL)  # of pandas; addresses of objects


# The libraries around notebooks carry no types.
_read: Callable[..., Any] = nbformat.read
_write: Callable[..., Any] = nbformat.write
_node: Callable[..., Any] = nbformat.from_dict
_client: Callable[..., Any] = nbclient.NotebookClient


def paths() -> list[Path]:
    """All notebooks in order."""
    return sorted(FOLDER.glob("*.ipynb"))


def kept(path: Path) -> Any:
    """The notebook as it lies on disk."""
    return _read(path, as_version=4)


def executed(path: Path) -> Any:
    """The notebook with the outputs of a fresh run; an error in a cell is raised."""
    notebook = kept(path)
    os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the machinery that runs the kernel, none of ours
        with asyncio.Runner() as runner:
            client = _client(notebook, timeout=120, kernel_name="python3", resources=_inside(FOLDER))
            client.extra_arguments = ["--log-level=ERROR"]
            runner.run(client.async_execute())
    return cleaned(notebook)


def _inside(folder: Path) -> dict[str, dict[str, str]]:
    return {"metadata": {"path": str(folder)}}


def cleaned(notebook: Any) -> Any:
    """The notebook without times, counters and other metadata."""
    notebook.metadata = _node(METADATA)
    for cell in notebook.cells:
        cell.metadata = _node({})
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = _joined(cell.outputs)
            for output in cell.outputs:
                _clean(output)
    return notebook


def _joined(outputs: list[Any]) -> list[Any]:
    """Printed lines as one output: a busy machine sends them in pieces."""
    out: list[Any] = []
    for output in outputs:
        if out and output.output_type == "stream" == out[-1].output_type and output.name == out[-1].name:
            out[-1].text += output.text
        else:
            out.append(output)
    return out


def _clean(output: Any) -> None:
    if "execution_count" in output:
        output.execution_count = None
    if "metadata" in output:
        output.metadata = _node({})
    if "text/html" in output.get("data", {}):
        output.data["text/html"] = NOISE.sub("", output.data["text/html"])


def said(notebook: Any) -> list[str]:
    """Every output in order as text; of a picture only that it is there."""
    return [_words(output) for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def _words(output: Any) -> str:
    if output.output_type == "stream":
        return f"{output.name}: {output.text}"
    data = output.get("data", {})
    if "image/png" in data:
        return "picture"
    return NOISE.sub("", data.get("text/html") or data.get("text/plain", "") or "\n".join(output.get("traceback", [])))


def main(beginnings: list[str]) -> None:
    """Run and write the notebooks whose name begins with one of these, or all."""
    for path in paths():
        if not beginnings or path.name.startswith(tuple(beginnings)):
            _write(executed(path), path)


if __name__ == "__main__":
    main(sys.argv[1:])

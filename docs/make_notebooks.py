"""Run the notebooks and store what they show: ``python docs/make_notebooks.py [FOLDER]``.

They are stored where they are, or in FOLDER. Nothing of when or how fast they ran is kept, so that
the same results give the same files.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parent / "notebooks"
#: Seconds that a cell may take; the first one waits for the kernel.
PATIENCE = 300


def run(path: Path, folder: Path) -> None:
    """Run a notebook in its own folder, and store it in another."""
    book = nbformat.read(path, as_version=4)
    client = NotebookClient(
        book,
        timeout=PATIENCE,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    book.metadata = nbformat.from_dict({"kernelspec": book.metadata["kernelspec"]})
    for cell in book.cells:
        cell.metadata = nbformat.from_dict({})
    nbformat.write(book, folder / path.name)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else NOTEBOOKS
    for notebook in sorted(NOTEBOOKS.glob("*.ipynb")):
        run(notebook, target)

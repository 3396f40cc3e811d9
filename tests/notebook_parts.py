"""Cells, outputs and notebooks that tests make."""

from nbformat.v4 import new_code_cell, new_notebook, new_output

VIEW = "application/vnd.jupyter.widget-view+json"


def code(source, id="a-cell", tags=(), outputs=()):
    return new_code_cell(source, id=id, metadata={"tags": list(tags)} if tags else {}, outputs=list(outputs))


def book(*cells, **metadata):
    return new_notebook(cells=list(cells), metadata=metadata)


def shown(**forms):
    data = {"view": VIEW, "text": "text/plain", "html": "text/html"}
    return new_output("display_data", data={data[name]: value for name, value in forms.items()})

"""What happens when JupyterLab saves a notebook."""

from typing import Any

from kit.notebooks.normalizing import without_views


def before_save(model: dict, path: str = "", contents_manager: Any = None, **_: Any) -> None:
    """Keep widget views and widget state out of a notebook that JupyterLab saves.

    Jupyter calls this before each save (see ``kit/lab/jupyter_config.json``). It never raises: a teacher's work
    matters more.
    """
    try:
        if model.get("type") != "notebook":
            return
        content = model["content"]
        content.get("metadata", {}).pop("widgets", None)
        for cell in content.get("cells", []):
            without_views(cell.get("outputs", []))
    except Exception as fault:
        if contents_manager is not None:
            contents_manager.log.warning("The notebook %s was saved as it is: %r", path, fault)

"""What happens when JupyterLab saves a notebook."""

import json
from pathlib import Path
from typing import Any

from kit.notebooks.normalizing import keep_pictures, without_views


def before_save(model: dict[str, Any], path: str = "", contents_manager: Any = None, **_: Any) -> None:
    """Keep widget views and widget state out of a notebook that is saved, and its pictures of charts in it.

    A chart that was run again has no picture; the one in the file stays while the chart is the same. Jupyter calls
    this before each save (see ``kit/lab/jupyter_config.json``). It never raises: a teacher's work matters more.
    """
    try:
        if model.get("type") != "notebook":
            return
        content = model["content"]
        content.get("metadata", {}).pop("widgets", None)
        for cell in content.get("cells", []):
            without_views(cell.get("outputs", []))
        file = Path(getattr(contents_manager, "root_dir", ".")) / path.strip("/")
        if file.is_file():
            keep_pictures(json.loads(file.read_text(encoding="utf-8")), content)
    except Exception as fault:
        if contents_manager is not None:
            contents_manager.log.warning("The notebook %s was saved as it is: %r", path, fault)

"""Runs a script as the editor would, with a double in place of Unreal.

    run_in_double.py API.json CALLS.json '{"runs": 1, "assets": {"/Game/Path": "Skeleton"}}' SCRIPT [ARGUMENT ...]

`assets` are in the project at the start. The script runs `runs` times in one editor. CALLS.json gets every call in order:
[{"call", "on", "arguments"}], with objects as the content path or class name they stand for.
"""

import json
import runpy
import sys
from pathlib import Path

from unreal_double import build_module, label


class Editor:
    """As much of the editor as an importer sees: the assets of a project, by content path."""

    def __init__(self, api, assets):
        self.calls = []
        self.unreal = build_module(api, self.answer)
        self.assets = {path: label(getattr(self.unreal, kind)(), path) for path, kind in assets.items()}
        self.calls.clear()  # what the script does counts, not how the project came to be

    def answer(self, name, target, arguments):
        self.calls.append({
            "call": name,
            "on": label_of(target),
            "arguments": {key: label_of(value) for key, value in arguments.items()},
        })
        respond = self.RESPONSES.get(name)
        return respond(self, target, **arguments) if respond else None

    def construct(self, target, **arguments):
        label(target, "%s(%s)" % (type(target).__name__, ", ".join(map(str, arguments.values()))))

    def set_property(self, target, name, value, notify_mode):
        if not hasattr(type(target), name):
            raise AttributeError("%s has no property %s" % (type(target).__name__, name))
        setattr(target, name, value)

    def create(self, target, asset_name, package_path, asset_class, factory, calling_context):
        path = "%s/%s" % (package_path, asset_name)
        if path in self.assets:
            return None
        self.assets[path] = label(asset_class(), path)
        return self.assets[path]

    RESPONSES = {
        "FrameRate.__init__": construct,
        "FrameNumber.__init__": construct,
        "_ObjectBase.set_editor_property": set_property,
        "AssetToolsHelpers.get_asset_tools": lambda self, _: self.unreal.AssetTools(),
        "AssetTools.create_asset": create,
        "AnimSequenceBase.controller": lambda self, sequence: label(
            self.unreal.AnimationDataController(), "controller of " + label_of(sequence)),
        "EditorAssetLibrary.does_asset_exist": lambda self, _, asset_path: asset_path in self.assets,
        "EditorAssetLibrary.load_asset": lambda self, _, asset_path: self.assets.get(asset_path),
        "EditorAssetLibrary.delete_asset": lambda self, _, asset_path_to_delete: (
            self.assets.pop(asset_path_to_delete, None) is not None),
        "EditorAssetLibrary.save_loaded_asset": lambda self, _, asset_to_save, only_if_is_dirty: (
            asset_to_save in self.assets.values()),
    }


def label_of(value):
    if isinstance(value, (str, int, float, list)) or value is None:
        return value
    return getattr(value, "_label", value.__name__ if isinstance(value, type) else type(value).__name__)


def main(api_file, calls_file, project, script, *arguments):
    given = json.loads(project)
    editor = Editor(json.loads(Path(api_file).read_text(encoding="utf-8")), given["assets"])
    sys.modules["unreal"] = editor.unreal
    sys.argv = [script, *arguments]
    try:
        for _ in range(given["runs"]):
            runpy.run_path(script, run_name="__main__")
    finally:
        Path(calls_file).write_text(json.dumps(editor.calls), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

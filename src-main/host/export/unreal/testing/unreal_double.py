"""A stand-in for Unreal's `unreal` module, built from a listing of its API.

It has the classes and members of the listing and no others. A call is refused when a parameter is missing, unknown, too
many or of the wrong type. It proves names and parameters; it cannot prove axes or what an engine version does.
"""

import inspect
import re
import types


def build_module(api, answer):
    """The module. `api`: the parsed listing. `answer(name, self, arguments)` gives what each accepted call returns;
    `arguments` are the call's by name, defaults filled in."""
    classes = {}
    module = types.ModuleType("unreal")
    for name in api:
        if not name.startswith("_"):
            setattr(module, name, define_class(name, api, classes, answer))
    return module


def define_class(name, api, classes, answer):
    if name not in classes:
        base = base_of(api[name]["base"], api)
        members = {
            key: define_member("%s.%s" % (name, key), member, classes, answer)
            for key, member in api[name]["members"].items()
        }
        members["__setattr__"] = refuse_unknown_attribute
        bases = (define_class(base, api, classes, answer),) if base else ()
        classes[name] = type(name, bases, members)
        if api[name]["base"] == "EnumBase":
            for value in enum_values(name, api):
                setattr(classes[name], value, label(classes[name](), "%s.%s" % (name, value)))
    return classes[name]


def base_of(base, api):
    """The listing leaves classes in between out; all but these derive from Object."""
    if base in api:
        return base
    return None if base in ("object", "StructBase", "EnumBase") or base.startswith("_WrapperBase") else "Object"


def enum_values(name, api):
    """The listing has no members of enumerations; those that it uses as defaults are known to exist."""
    return set(re.findall(r"\b%s\.([A-Z0-9_]+)" % name, str(api)))


def define_member(name, member, classes, answer):
    if member["kind"] == "property":
        return property(lambda self: answer(name, self, {}))
    signature = inspect.Signature([parameter(text) for text in member["params"]])
    if member["kind"] == "setter":
        kind = signature.parameters["value"].annotation
        return property(
            lambda self: answer(name, self, {}),
            lambda self, value: check_type(name, value, kind, classes),
        )

    def call(self, *positional, **named):
        bound = signature.bind(*positional, **named)
        for key, value in bound.arguments.items():
            check_type("%s(%s)" % (name, key), value, signature.parameters[key].annotation, classes)
        bound.apply_defaults()
        return answer(name, self, dict(bound.arguments))

    return classmethod(call) if member["kind"] == "classmethod" else call


def parameter(text):
    """`name: type = default`, as the listing writes it."""
    stars, name, kind, default = re.fullmatch(
        r"(\**)(\w+)(?:: (.*?))?(?: = (.*))?", text, re.DOTALL).groups()
    how = ["POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "VAR_KEYWORD"][len(stars)]
    return inspect.Parameter(
        name,
        getattr(inspect.Parameter, how),
        annotation=kind,
        default=inspect.Parameter.empty if default is None else default,
    )


def check_type(name, value, kind, classes):
    """Refuses a value that is not of the listed type; types that the listing does not define pass."""
    plain = {"str": str, "Text": str, "bool": bool, "int": int, "float": (int, float), "Class": type}
    items = re.fullmatch(r"Array\[(.*)\]", str(kind))
    if items and isinstance(value, list):
        for item in value:
            check_type(name, item, items.group(1), classes)
        return
    wanted = list if items else (str, classes[kind]) if kind == "Name" else plain.get(kind) or classes.get(kind)
    mistaken = isinstance(value, bool) and kind in ("int", "float")
    if wanted and (mistaken or not isinstance(value, wanted)):
        raise TypeError("%s wants %s, got %r" % (name, kind, value))


def refuse_unknown_attribute(self, name, value):
    if not isinstance(getattr(type(self), name, None), property):
        raise AttributeError("%s has no property %s" % (type(self).__name__, name))
    object.__setattr__(self, name, value)


def label(thing, text):
    """Gives an object the name under which calls are recorded; refused to scripts, so set from behind."""
    object.__setattr__(thing, "_label", text)
    return thing

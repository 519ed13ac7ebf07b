"""Holds the glossary to the code: every public class of the core, every severity and every rule has its word."""

import ast
import re
from pathlib import Path

from xiaoxie_desktop.core.findings import Severity
from xiaoxie_desktop.core.report import CheckKind

ROOT = Path(__file__).parent.parent
CORE = ROOT / "xiaoxie_desktop" / "core"
PARTS_OF_A_WHOLE = {"measures.py", "pages.py"}
"""Their classes are parts of 版面 and named after what they measure; the glossary has the words, not each part."""
FEWEST_CLASSES = 50


def words() -> set[str]:
    return set(re.findall(r"`([^`]+)`", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")))


def public_classes() -> set[str]:
    modules = [path for path in CORE.glob("*.py") if path.name not in PARTS_OF_A_WHOLE]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    names = {node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)}
    return {name for name in names if not name.startswith("_")}


def test_every_public_class_of_the_core_has_its_word():
    named = {name for word in words() for name in re.findall(r"\w+", word)}
    classes = public_classes()
    assert len(classes) >= FEWEST_CLASSES
    assert sorted(classes - named) == []


def test_every_severity_stands_with_its_chinese_word():
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    assert all(f"| `{severity}` | {severity.label} |" in text for severity in Severity)


def test_every_rule_of_figures_is_listed():
    assert {kind.value for kind in CheckKind} <= words()

"""Sets the program up, then starts it or tests it: `python3 installer/dev.py run | test`.

Plain standard library. The syntax stays valid for Python 3.9, so that an old interpreter gets as far as the
sentence that names the version it needs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer import checks, environment, machine
from installer.errors import SetUpError

SUPPORTED = ((3, 11), (3, 12), (3, 13))
"""The Python versions for which every locked dependency has a wheel."""

USAGE = """用法：
  python3 installer/dev.py run                 打开消协文书
  python3 installer/dev.py run -- 命令 参数…   用命令行，例如 run -- kinds
  python3 installer/dev.py test                检查代码并运行全部测试
  python3 installer/dev.py test -- 参数…       只运行 pytest，参数原样交给它"""

NO_DISPLAY = """这台电脑没有图形桌面，窗口打不开，请改用命令行，例如：
  python3 installer/dev.py run -- kinds
  python3 installer/dev.py run -- export resources/samples/township_annual_2009.json --to 总结.docx"""

TELL_INTERPRETER = "import sys; print(*sys.version_info[:2]); print(sys.executable)"


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code; 2 = bad usage or the machine is not ready."""
    if sys.version_info[:2] not in SUPPORTED:
        return continue_with_another_python(arguments)
    command, passed_on = (arguments or [""])[0], without_separator(arguments[1:])
    try:
        if command == "run":
            return run(passed_on)
        if command == "test":
            return test(passed_on)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("已停止，再运行一次同样的命令就会继续。", file=sys.stderr)
        return 130
    print(USAGE, file=sys.stdout if command in ("-h", "--help") else sys.stderr)
    return 0 if command in ("-h", "--help") else 2


def run(arguments: list[str]) -> int:
    """Start the window, or with `arguments` the command line, which needs neither display nor Qt's libraries."""
    needs = machine.missing_for_environment()
    if opens_window(arguments):
        if not machine.has_display():
            print(NO_DISPLAY, file=sys.stderr)
            return 2
        needs += machine.missing_for_window()
    machine.supply(needs)
    python = environment.prepare(ROOT)
    return hand_over([str(python), "-P", "-m", "xiaoxie_desktop", *arguments])


def test(arguments: list[str]) -> int:
    """Run every check, or with `arguments` only pytest with these."""
    machine.supply(machine.missing_for_environment() + machine.missing_for_window())
    python = environment.prepare(ROOT)
    return checks.run(python, ROOT, arguments)


def opens_window(arguments: list[str]) -> bool:
    """Tell whether the program will open its window: it is given no command, at most a data directory."""
    return not arguments or (arguments[0] == "--data" and len(arguments) == 2)


def without_separator(arguments: list[str]) -> list[str]:
    return arguments[1:] if arguments[:1] == ["--"] else arguments


def hand_over(command: list[str]) -> int:
    """Become `command`, so that signals and the exit code are its own; Windows can only wait for it."""
    variables = environment.variables(ROOT)
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, variables)
    return subprocess.call(command, env=variables)


def continue_with_another_python(arguments: list[str]) -> int:
    """Run this file again with a suitable Python from PATH, or say which one is needed."""
    python = find_python()
    if python is None:
        mine = ".".join(str(part) for part in sys.version_info[:3])
        print(
            f"消协文书需要 Python 3.11、3.12 或 3.13，这里运行的是 {mine}，请先安装其中一个再试。",
            file=sys.stderr,
        )
        return 2
    return subprocess.call([python, str(Path(__file__).resolve()), *arguments])


def find_python() -> str | None:
    """Return the path of a supported Python; a name that is on PATH but does not start is passed over."""
    for major, minor in SUPPORTED:
        for command in ([f"python{major}.{minor}"], ["py", f"-{major}.{minor}"]):
            if shutil.which(command[0]) is None:
                continue
            told = subprocess.run(
                [*command, "-c", TELL_INTERPRETER], check=False, capture_output=True, text=True
            )
            lines = told.stdout.splitlines()
            if told.returncode == 0 and lines[:1] == [f"{major} {minor}"]:
                return lines[1]
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Starting with the system, hidden: off until the person asks for it. Reads and writes files: not the main thread."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path

from indexer.runtime import replace_file

_NAME = "hunch"
_MAC_LABEL = "org.hunch.Hunch"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def start_command() -> list[str]:
    """What starts Hunch without a window, with the Python that runs now."""
    return [sys.executable, "-P", "-m", "app", "--hidden"]


def is_supported() -> bool:
    """Whether this system starts programs for a person at all."""
    return sys.platform in ("win32", "darwin") or sys.platform.startswith("linux")


if sys.platform == "win32":
    import winreg

    def is_enabled() -> bool:
        """Whether Hunch starts with the system now."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                return bool(winreg.QueryValueEx(key, _NAME)[0])
        except FileNotFoundError:
            return False

    def set_enabled(enabled: bool) -> None:
        """Start with the system from the next time on, or no more. Raises OSError."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            if enabled:
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(start_command()))
            elif is_enabled():
                winreg.DeleteValue(key, _NAME)
else:

    def is_enabled() -> bool:
        """Whether Hunch starts with the system now."""
        try:
            found = _file().read_bytes()
        except OSError:
            return False
        # Desktops switch an entry off in its file instead of deleting it.
        return not any(
            line.strip().replace(b" ", b"") in (b"Hidden=true", b"X-GNOME-Autostart-enabled=false")
            for line in found.splitlines()
        )

    def set_enabled(enabled: bool) -> None:
        """Start with the system from the next time on, or no more. Raises OSError."""
        if enabled:
            _file().parent.mkdir(parents=True, exist_ok=True)
            replace_file(_file(), _agent() if sys.platform == "darwin" else _entry())
        else:
            _file().unlink(missing_ok=True)

    def _file() -> Path:
        if sys.platform == "darwin":
            return Path.home() / "Library" / "LaunchAgents" / f"{_MAC_LABEL}.plist"
        folder = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        return Path(folder) / "autostart" / f"{_NAME}.desktop"

    def _entry() -> bytes:
        command = " ".join(map(_quoted, start_command()))
        return (
            "[Desktop Entry]\nType=Application\nName=Hunch\n"
            f"Icon={_NAME}\nExec={command}\nX-GNOME-Autostart-enabled=true\n"
        ).encode("utf-8", "surrogateescape")

    def _quoted(word: str) -> str:
        """A word of ``Exec``: first quoted, then escaped once more as every value of a desktop file is."""
        inner = "".join("\\" + character if character in '"`$\\' else character for character in word)
        return f'"{inner}"'.replace("\\", "\\\\").replace("%", "%%")

    def _agent() -> bytes:
        return plistlib.dumps({
            "Label": _MAC_LABEL, "ProgramArguments": start_command(), "RunAtLoad": True,
            "ProcessType": "Interactive", "LimitLoadToSessionType": "Aqua",
        })

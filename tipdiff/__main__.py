"""``python -m tipdiff`` and the program ``tipdiff``: the command line, and how Ctrl-C ends it.

An interruption can come while the first modules are loaded, and Python would print where. So what
stands here loads nothing before it is ready for one.
"""

import sys

__all__ = ["program"]

#: What shells say of a program stopped by the keyboard: 128 and the signal's number.
_INTERRUPTED = 130
_LINE = b"tipdiff: interrupted\n"


def program() -> int:
    """Run the command line as a program of its own, and return the exit code.

    Ctrl-C ends it with one line and 130, whenever it comes: the first one by an exception, so that
    nothing stays behind half-written; a second one, while that is cleared away, at once.
    """
    try:
        sys.unraisablehook = _swallowed
        import signal

        # Who started the program may have it ignore the keyboard, as nohup does.
        heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if heeded:
            signal.signal(signal.SIGINT, _interrupted)
        from tipdiff.cli import main

        code = main()
        if code == _INTERRUPTED:
            _end(said=True)
        if heeded:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done
    except KeyboardInterrupt:
        _end()
    return code


_came: list[int] = []
_said: list[bool] = []


def _interrupted(number: int, _frame: object) -> None:
    if _came:
        _end()
    _came.append(number)
    raise KeyboardInterrupt


def _swallowed(what: "sys.UnraisableHookArgs") -> None:
    """End also where Python would go on: an interruption in the clearing away of an object."""
    if issubclass(what.exc_type, KeyboardInterrupt):
        _end()
    sys.__unraisablehook__(what)


def _end(*, said: bool = False) -> None:
    """Say that the program was interrupted, unless that is said, and end it without another step.

    Python itself ends by the signal once one came in code that it made of a string, as many a class
    is made.
    """
    import os

    try:
        if sys.stderr is not None and not said and not _said:
            _said.append(True)
            os.write(2, _LINE)
    finally:
        os._exit(_INTERRUPTED)


if __name__ == "__main__":
    sys.exit(program())

"""Dask, where one machine is not enough: an executor whose workers are a cluster's."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor
from typing import Any, Final

from tipdiff.errors import TipdiffError

__all__ = ["executor_at"]

#: Seconds to wait for the scheduler's answer.
PATIENCE: Final = 20


@contextlib.contextmanager
def executor_at(address: str) -> Iterator[Executor]:
    """Give the executor of the Dask scheduler at an address, and let go of it at the end.

    The cluster does again what a worker that dies was at, a few times; see Dask's setting
    ``distributed.scheduler.allowed-failures``.

    Args:
        address: ``tcp://HOST:PORT``.

    Raises:
        TipdiffError: Dask is not installed, nobody answers there, or it has no workers.

    """
    try:
        import distributed
    except ImportError:
        hint = 'Dask is not installed: python -m pip install "tipdiff[dask]"'
        raise TipdiffError(hint) from None
    try:
        client: Any = distributed.Client(  # type: ignore[no-untyped-call]
            address, timeout=PATIENCE, set_as_default=False
        )
    except (OSError, ValueError, TimeoutError) as error:
        told = " ".join(str(error).split()) or type(error).__name__
        raise TipdiffError(f"no Dask scheduler answers: {told}", source=address) from None
    with client:
        if not client.ncores():
            raise TipdiffError("the Dask scheduler has no workers", source=address)
        # What is given out twice is worked on twice: equal orders have results of their own.
        yield client.get_executor(pure=False)

"""What is closed where its ``with`` ends."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import AbstractContextManager
from typing import Any, Self

__all__ = ["Closing"]


class Closing(AbstractContextManager[Any]):
    """A context manager that is itself what its ``with`` gives, and is closed at its end."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Close it."""

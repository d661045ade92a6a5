"""The step that removes files which nobody needs any more."""

from datetime import UTC, datetime

from temporalio import activity

from activities.step import Desk
from domain.storage import ObjectStorage
from services.media.sweep import sweep


class MediaActivities:
    """Safe to repeat: what is gone stays gone."""

    def __init__(self, desk: Desk, storage: ObjectStorage) -> None:
        self._desk = desk
        self._storage = storage

    @activity.defn
    async def sweep_media(self) -> int:
        """Remove rows without a reference and objects without a row. Returns how many objects were removed."""
        swept = await sweep(self._desk.sessions, self._storage, at=self._desk.clock(), wall=datetime.now(UTC))
        return swept.objects

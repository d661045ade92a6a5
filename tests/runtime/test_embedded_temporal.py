"""The embedded Temporal, with the real server."""

import signal

import pytest
from temporalio.client import Client

from runtime.embedded.temporal import EmbeddedTemporal
from tests.runtime.embedded_home import new_home


@pytest.mark.crash
async def test_a_killed_server_comes_back_at_its_address_with_its_workflows() -> None:
    with new_home() as home:
        temporal = EmbeddedTemporal(home, headless=True, time_skipping=True)
        await temporal.start()
        try:
            address = temporal.address
            client = await Client.connect(address)
            await client.start_workflow("Waits", id="kept", task_queue="nobody-serves")
            temporal.kill(signal.SIGKILL)
            assert await temporal.wait() == -signal.SIGKILL
            await temporal.start()
            assert temporal.address == address
            assert temporal.ui_address is None
            again = await Client.connect(address)
            found = await again.get_workflow_handle("kept").describe()
            assert found.workflow_type == "Waits"
        finally:
            await temporal.stop()
        assert temporal.pid is None

"""Scenarios that a policy officer could write, measured under the real policies."""

from __future__ import annotations

from typing import Any

import pytest

from measure.scenario import editions, judge, scenarios


@pytest.fixture(scope="module")
def held() -> Any:
    """The four real editions."""
    return editions()


@pytest.mark.parametrize("scenario", [pytest.param(body, id=name) for name, body in scenarios()])
def test_a_scenario_comes_out_as_written(scenario: dict[str, Any], held: Any) -> None:
    """Every figure that a scenario states is what measuring its records yields."""
    assert judge(scenario, held) == []

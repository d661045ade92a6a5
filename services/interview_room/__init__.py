"""The interview room: turns, roles, insights, scorecards."""

"""What happens in the interview itself: turns, roles, questions, insights, scorecards."""

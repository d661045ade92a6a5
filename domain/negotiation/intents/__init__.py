"""What a candidate's message wants: cues of five languages, signals found in a text, one decision."""

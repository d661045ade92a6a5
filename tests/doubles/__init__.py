"""Local servers that speak like outside services. No test framework in here: demos may run them too."""

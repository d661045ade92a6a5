"""A language model at any endpoint that speaks OpenAI's chat completions. Needs the extra `llm`."""

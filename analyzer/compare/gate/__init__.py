"""Whether two claims are told of one event: what speaks for it, what against, and what forbids it."""

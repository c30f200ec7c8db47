"""One source against itself: the same quantity told again with another value."""

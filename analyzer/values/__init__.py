"""The algebra of uncertain values: dates and calendars, times, durations, quantities, names. Pure; no parsing of text."""

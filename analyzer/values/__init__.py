"""The algebra of uncertain values: dates, calendars, times, durations, quantities, names. Pure; no parsing of text."""

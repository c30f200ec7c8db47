"""Reads claims and the events they are told of out of documents."""

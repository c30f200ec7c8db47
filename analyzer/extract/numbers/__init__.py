"""Numbers in running text: counts, measures, money, shares, votes, ages and ordinals, as claims."""

from analyzer.extract.numbers.reader import read_numbers

__all__ = ["read_numbers"]

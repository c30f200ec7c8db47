"""What surrounds a claim: whatever helps to decide which fact it is told of."""

"""What the figures say, computed from the graph: pure functions, frozen results."""

"""Numbers, units and money."""

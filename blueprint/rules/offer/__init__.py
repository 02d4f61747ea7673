"""What is sold: core, customer service, packages, prices."""

"""Names, links and the files they lead to."""

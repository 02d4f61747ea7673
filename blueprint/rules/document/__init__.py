"""The blueprint as a document: owner, review, size, what nothing uses."""

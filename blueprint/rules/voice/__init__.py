"""What customers and providers want, say and feel."""

"""What is measured, against which target."""

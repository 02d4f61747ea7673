"""The phases of a service product: interaction, billing, after-sales."""

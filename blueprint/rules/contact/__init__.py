"""Where customer and provider meet: contact, evidence, waits, handoffs."""

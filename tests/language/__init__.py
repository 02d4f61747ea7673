"""The specification of the language, sentence by sentence."""

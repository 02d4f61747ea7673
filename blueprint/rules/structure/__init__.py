"""Steps and lanes: can the service be lived from start to end, each side in its lane?"""

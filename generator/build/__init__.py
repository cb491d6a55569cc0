"""Which outputs, from which inputs: notes and templates in, finished files out."""

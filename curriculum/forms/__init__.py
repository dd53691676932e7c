"""Forms: what a teacher may type, parsed once into the values of the domain."""

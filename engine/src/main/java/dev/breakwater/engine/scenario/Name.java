package dev.breakwater.engine.scenario;

/// A text of the file that names something, and where it stands.
record Name(String text, Place place) {}

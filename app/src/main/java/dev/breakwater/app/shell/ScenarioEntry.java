package dev.breakwater.app.shell;

/// A pattern that can be opened, as the list on the left shows it.
///
/// @param group the heading under which it stands: `Hybrid`
public record ScenarioEntry(String id, String title, String group) {}

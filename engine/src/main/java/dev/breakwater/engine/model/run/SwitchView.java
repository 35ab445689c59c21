package dev.breakwater.engine.model.run;

/// A switch of a service, as the service last had it.
///
/// @param refusal why the last change was not taken; empty when it was
public record SwitchView(String service, String name, String value, String refusal) {}

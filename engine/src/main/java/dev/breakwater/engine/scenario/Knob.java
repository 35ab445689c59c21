package dev.breakwater.engine.scenario;

/// A number of a service that can be turned while it runs.
///
/// @param service whose control port takes it
/// @param name as the service's switches name it
/// @param unit for people; empty for plain counts
public record Knob(String service, String name, String title, String unit, double min, double max, double defaultValue) {}

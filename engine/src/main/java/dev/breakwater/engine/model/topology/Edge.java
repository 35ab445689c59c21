package dev.breakwater.engine.model.topology;

/// A line on the stage: messages of one protocol from one node to another, carried by one link.
///
/// Several edges share a link: all that a service sends to and reads from Redis goes through one.
public record Edge(String from, String to, Protocol protocol, LinkId link) {}

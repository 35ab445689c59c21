package dev.breakwater.engine.model.broker;

/// A queue as its broker counts it.
public record QueueView(String name, long ready, long unacked, int consumers) {}

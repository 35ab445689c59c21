package dev.breakwater.engine.model.broker;

/// A queue as its broker counts it. How many messages are delivered and not acknowledged yet, AMQP 0-9-1 does not tell.
public record QueueView(String name, long ready, int consumers) {}

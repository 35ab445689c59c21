package dev.breakwater.engine.model.run;

/// One second of the timeline: how many messages moved, how many of them failed.
public record RateBucket(long epochSecond, long messages, long failures) {}

package dev.breakwater.engine.audit;

/// A message that was given up.
///
/// @param retries as its header says
/// @param failure why the last try failed; empty when nobody wrote it down
public record DeadLetter(String orderId, String body, String retries, String failure) {}

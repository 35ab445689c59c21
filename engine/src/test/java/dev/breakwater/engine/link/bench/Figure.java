package dev.breakwater.engine.link.bench;

/// What one measurement gave.
///
/// @param cpuMicros processor time of the proxy per request, 0 for none
record Figure(double perSecond, double p50Micros, double cpuMicros) {}

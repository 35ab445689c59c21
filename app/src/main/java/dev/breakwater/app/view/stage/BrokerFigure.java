package dev.breakwater.app.view.stage;

/// What the chip of a broker's process shows.
///
/// @param product with its version
/// @param state a word, empty while all is well
public record BrokerFigure(String name, String product, Health health, String state) {}

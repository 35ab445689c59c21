package dev.breakwater.engine.link;

/// What has passed a link so far.
///
/// @param open connections that are open now
/// @param total connections since the link was opened
/// @param bytesUp from the client to the server
/// @param bytesDown from the server to the client
public record Traffic(long open, long total, long bytesUp, long bytesDown) {}

package dev.breakwater.shop.support.redis;

import java.util.Map;

/// One entry of a stream, handed to one consumer of a group and pending until it is acknowledged.
///
/// @param again whether it had been delivered before, to this consumer or to another
record Delivery(String stream, String group, String entryId, Map<String, String> fields, boolean again) {}

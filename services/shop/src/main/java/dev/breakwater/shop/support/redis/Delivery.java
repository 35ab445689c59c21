package dev.breakwater.shop.support.redis;

import java.util.Map;

/// One entry of a stream, handed to one consumer of a group and pending until it is acknowledged.
record Delivery(String stream, String group, String entryId, Map<String, String> fields) {}

package dev.breakwater.shop.support.call;

/// What another service answered.
public record Answer(int status, String body) {}

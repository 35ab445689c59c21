package dev.breakwater.shop.support.redis;

/// How a [Commit] ended.
public sealed interface CommitResult {
    /// All of it is written.
    record Committed() implements CommitResult {}

    /// Nothing is written: the value of `key` is no longer what was seen.
    record Changed(String key) implements CommitResult {}

    /// Nothing is written: the aggregate has another version.
    record WrongVersion(long actual) implements CommitResult {}
}

package dev.breakwater.engine.link;

/// Resets each connection some time after it was opened, and those that are open already that time after the fault began. Until then
/// bytes pass.
final class ResetEffect extends Effect {
    private final Loop loop;
    private final long afterNanos;
    private boolean healed;

    ResetEffect(Loop loop, long afterNanos) {
        this.loop = loop;
        this.afterNanos = afterNanos;
    }

    @Override
    void begin(Connection connection) {
        if (afterNanos == 0) {
            strike(connection);
        } else {
            loop.at(loop.now() + afterNanos, () -> strike(connection));
        }
    }

    @Override
    void end(Link link) {
        healed = true;
    }

    private void strike(Connection connection) {
        if (!healed && connection.open()) {
            hit();
            connection.reset();
        }
    }
}

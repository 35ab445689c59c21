package dev.breakwater.engine.environment.local;

/// Stands for the shop's training in tests: is there for a moment, as a service would be.
public final class TinyTraining {
    private TinyTraining() {}

    public static void main(String[] args) {
        System.out.println("trained at " + System.getenv("REDIS_URI"));
    }
}

package dev.breakwater.app.cli;

/// Closes something at the end, and also when the process is told to end before (Ctrl-C, SIGTERM), so that nothing is left behind.
final class Interruption implements AutoCloseable {
    private static volatile boolean ending;

    private final AutoCloseable resource;
    private final Thread hook;

    private Interruption(AutoCloseable resource, Thread hook) {
        this.resource = resource;
        this.hook = hook;
    }

    static Interruption closing(AutoCloseable resource) {
        Thread hook = new Thread(() -> {
            ending = true;
            close(resource);
        }, "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(resource, hook);
    }

    /// Whether the process is being told to end; what fails from then on is no failure.
    static boolean ending() {
        return ending;
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            System.err.println("could not end cleanly: " + failed);
        }
    }

    /// The hook stays until all is closed: a second Ctrl-C must not cut it short.
    @Override
    public void close() {
        close(resource);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // then the hook does it
        }
    }
}

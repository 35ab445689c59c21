package dev.breakwater.app.cli;

/// Closes something when the process is told to end (Ctrl-C, SIGTERM), so that nothing is left behind.
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption closing(AutoCloseable resource) {
        Thread hook = new Thread(() -> {
            try {
                resource.close();
            } catch (Exception failed) {
                System.err.println("could not end cleanly: " + failed);
            }
        }, "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // then the hook does it
        }
    }
}

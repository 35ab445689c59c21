package dev.breakwater.engine.environment;

/// One process of the run: a service or a broker. Safe to use from any thread.
public interface Part {
    String name();

    boolean broker();

    /// 0 when there is no process.
    long pid();

    boolean alive();

    /// Ends it at once, as `kill -9` does.
    void kill();

    /// Stops it where it is; connections stay open and nothing is answered.
    void pause();

    void resume();

    /// Starts it anew on the same port and data, also when it is dead or paused; returns when it is ready.
    void restart() throws StartFailedException;
}

package dev.breakwater.contract;

/// Environment variables by which an embedded broker is told what to be; [Variables#PARENT_PID] and [Variables#RUN_MARK] too.
public final class BrokerVariables {
    /// On 127.0.0.1.
    public static final String PORT = "BROKER_PORT";
    /// Where it keeps its data; found again after a restart.
    public static final String FOLDER = "BROKER_FOLDER";
    public static final String USER = "BROKER_USER";
    public static final String PASSWORD = "BROKER_PASSWORD";
    /// Begins the one line that it prints when it serves; product and version follow.
    public static final String READY = "READY ";

    private BrokerVariables() {}
}

package dev.breakwater.shop.support.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/// Sets up logging in code: reading an XML file would cost a tenth of a second at every start.
/// Found by logback through `META-INF/services`.
public final class ConsoleLog extends ContextAwareBase implements Configurator {
    /// Held here, since the log manager forgets loggers that nobody holds.
    private static final List<java.util.logging.Logger> SILENT = List.of(
            java.util.logging.Logger.getLogger("io.opentelemetry"), java.util.logging.Logger.getLogger("io.helidon"));

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg%n%ex{short}");
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        context.getLogger("dev.breakwater").setLevel(Level.INFO);
        // We tell of every outage ourselves, once; the libraries would at each try.
        for (String chatty : new String[] {"io.lettuce", "org.mongodb", "com.rabbitmq", "io.grpc", "io.netty"}) {
            context.getLogger(chatty).setLevel(Level.OFF);
        }
        quietJavaLogging();
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Helidon, gRPC and OpenTelemetry log through `java.util.logging`, to standard error.
    /// Without a collector OpenTelemetry would print a stack trace for each batch; what fails in Helidon, we tell.
    private static void quietJavaLogging() {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        SILENT.forEach(logger -> logger.setLevel(java.util.logging.Level.OFF));
    }
}

package dev.breakwater.shop.support.chassis;

import dev.breakwater.contract.Variables;
import java.time.Duration;
import java.util.function.Consumer;

/// What every service's `main` does: read the variables, put the service together, start it, end it on SIGTERM.
public final class Main {
    private static final int BAD_SETTING = 2;
    private static final int CANNOT_START = 3;
    private static final Duration LONGEST_END = Duration.ofMillis(2800);

    private Main() {}

    /// @param assemble puts the service together, without any traffic yet
    public static void run(String service, Consumer<Chassis> assemble) {
        Settings settings = new Settings(System.getenv());
        settings.optional(Variables.PARENT_PID).ifPresent(pid -> watch(service, pid));
        try {
            Chassis chassis = new Chassis(service, settings);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(chassis)));
            assemble.accept(chassis);
            chassis.start();
        } catch (MissingSettingException | IllegalArgumentException e) {
            fail(service, e, BAD_SETTING);
        } catch (RuntimeException e) {
            fail(service, e, CANNOT_START);
        }
    }

    private static void watch(String service, String pid) {
        try {
            ParentWatch.start(Long.parseLong(pid));
        } catch (NumberFormatException e) {
            fail(service, new MissingSettingException("variable " + Variables.PARENT_PID + " must be a process id, not '" + pid + "'"),
                    BAD_SETTING);
        }
    }

    private static void fail(String service, RuntimeException e, int status) {
        System.err.println(service + ": cannot start: " + (e.getMessage() == null ? e : e.getMessage()));
        System.exit(status);
    }

    /// Drains and closes; if that takes too long, the process ends all the same.
    private static void end(Chassis chassis) {
        Thread closing = Thread.ofPlatform().daemon().start(chassis::close);
        try {
            if (!closing.join(LONGEST_END)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }
}

package dev.breakwater.app.cli;

import dev.breakwater.engine.Environments;
import dev.breakwater.engine.Lab;
import dev.breakwater.engine.LabSettings;
import dev.breakwater.engine.StartFailure;
import dev.breakwater.engine.control.ControlServer;
import dev.breakwater.engine.environment.StartFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Starts brokers and services and keeps them until Ctrl-C, for people who bring their own client.
@Command(name = "up", mixinStandardHelpOptions = true,
        description = "Starts brokers and services, tells every address, and stays until Ctrl-C. No load, unless --load is given.")
final class UpCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SCENARIO|FILE", description = "the name of a scenario, or a scenario file")
    private String scenario = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--endpoints", paramLabel = "FILE",
            description = "writes every address as JSON when all is ready; only its owner can read it")
    private @Nullable Path endpoints;

    @Option(names = "--json", description = "prints the same JSON to standard output, everything else to standard error")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws BadInputException, InterruptedException {
        LabSettings settings = options.settingsWithoutLoad(scenario);
        if (endpoints != null) {
            EndpointsFile.checkPlace(endpoints);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Lab lab = new Lab(settings, Environments::open, InstantSource.system());
                Interruption _ = Interruption.closing(lab);
                Telling _ = Telling.of(lab, json ? err : out, false)) {
            lab.startAndWait();
            return serve(lab, out, err);
        } catch (StartFailedException failed) {
            if (!Interruption.ending()) {
                err.println(StartFailure.text(failed));
            }
            return ExitCode.NOT_STARTED;
        }
    }

    private int serve(Lab lab, PrintWriter out, PrintWriter err) throws InterruptedException {
        String token = token();
        // addresses and secrets of a run that is over are of no use to anybody
        try (ControlServer control = new ControlServer(lab, token); Interruption _ = Interruption.closing(this::removeEndpoints)) {
            Endpoints all = Endpoints.of(lab, control.uri(), token);
            if (json) {
                out.println(Json.text(all));
            }
            if (endpoints != null) {
                EndpointsFile.write(endpoints, Json.text(all));
            }
            (json ? err : out).println("ready%s; Ctrl-C ends it".formatted(endpoints == null ? "" : ", every address is in " + endpoints));
            out.flush();
            err.flush();
            Thread.sleep(Long.MAX_VALUE);
            return ExitCode.PASSED;
        } catch (IOException unwritable) {
            err.println("%s cannot be written: %s".formatted(endpoints, unwritable.getMessage()));
            return ExitCode.NOT_STARTED;
        }
    }

    private void removeEndpoints() throws IOException {
        if (endpoints != null) {
            Files.deleteIfExists(endpoints);
        }
    }

    private static String token() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

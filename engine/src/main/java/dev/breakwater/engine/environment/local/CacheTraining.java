package dev.breakwater.engine.environment.local;

import dev.breakwater.contract.Variables;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.aot.AotCaches;
import dev.breakwater.engine.environment.aot.Recording;
import dev.breakwater.engine.environment.broker.EmbeddedJvms;
import dev.breakwater.engine.environment.folder.RunFolder;
import dev.breakwater.engine.environment.process.ChildCommand;
import dev.breakwater.engine.environment.process.ChildProcess;
import dev.breakwater.engine.environment.program.Credentials;
import dev.breakwater.engine.environment.program.Ground;
import dev.breakwater.engine.environment.program.Jvm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the AOT caches that are missing: starts embedded brokers and the shop's training once more, slowly and on ports and folders
/// of their own, records what they load, and assembles a cache for each kind of JVM.
final class CacheTraining {
    private static final Logger LOG = LoggerFactory.getLogger(CacheTraining.class);
    private static final String ASSEMBLY = "assembly";
    private static final Duration TRAINING_TAKES = Duration.ofMinutes(2);
    private static final Duration ASSEMBLY_TAKES = Duration.ofMinutes(2);

    private final LocalSettings settings;
    private final AotCaches caches;

    CacheTraining(LocalSettings settings) {
        this.settings = settings;
        this.caches = new AotCaches(settings.cache().aot());
    }

    /// Those that could be made and are not there.
    List<Jvm> missing() {
        EmbeddedJvms brokers = new EmbeddedJvms(settings.home());
        return Stream.of(brokers.rabbit(), brokers.mongo(), settings.serviceJvm())
                .filter(jvm -> caches.find(jvm).isEmpty())
                .toList();
    }

    /// Takes a minute or so. Whatever it started is gone when it returns or throws.
    void run() throws IOException, StartFailedException, InterruptedException {
        List<Jvm> missing = missing();
        if (missing.isEmpty()) return;
        try (RunFolder session = RunFolder.create(settings.cache(), new SecureRandom())) {
            Path scratch = session.of("aot");
            List<Recording> recordings = missing.stream().map(jvm -> new Recording(jvm, scratch)).toList();
            Ground ground = new Ground(session, settings.variables(), jvm -> flags(jvm, recordings), Manner.LAST);
            record(ground, recordings);
            for (Recording recording : recordings) {
                if (recording.recorded()) assemble(ground, recording);
                else LOG.info("nothing was recorded for the AOT cache of {}", recording.jvm().name());
            }
        }
    }

    private List<String> flags(Jvm jvm, List<Recording> recordings) {
        return recordings.stream()
                .filter(recording -> recording.jvm().equals(jvm))
                .findFirst()
                .map(Recording::recordFlags)
                .orElseGet(() -> caches.flags(jvm));
    }

    private void record(Ground ground, List<Recording> recordings) throws IOException, StartFailedException, InterruptedException {
        Manner manner = Manner.unhurried(jvm -> flags(jvm, recordings));
        LocalEnvironment brokers = LocalEnvironment.open(settings.brokersOnly(), manner);
        try {
            brokers.start(Map.of(), view -> {}, (part, line) -> {});
            Map<String, String> variables = variables(brokers.addresses());
            run(ground, ground.jvm("training", settings.serviceJvm(), settings.trainingMain(), variables), TRAINING_TAKES);
            brokers.close();
        } finally {
            brokers.kill();
        }
    }

    /// As a service gets them; port 0 lets the system choose.
    private static Map<String, String> variables(Addresses addresses) {
        Map<String, String> variables = new HashMap<>();
        for (String port : List.of(Variables.HTTP_PORT, Variables.GRPC_PORT, Variables.CONTROL_PORT)) variables.put(port, "0");
        variables.put(Variables.BIND_ADDRESS, "127.0.0.1");
        variables.put(Variables.JWT_SECRET, Credentials.generate().password());
        variables.put(Variables.CONTROL_TOKEN, Credentials.generate().password());
        Map<String, String> uris = Map.of(
                Variables.RABBITMQ_URI, Addresses.RABBITMQ, Variables.REDIS_URI, Addresses.REDIS, Variables.MONGODB_URI, Addresses.MONGODB);
        uris.forEach((variable, broker) -> {
            URI uri = addresses.brokers().get(broker);
            if (uri != null) variables.put(variable, uri.toString());
        });
        return variables;
    }

    private void assemble(Ground ground, Recording recording) throws IOException, InterruptedException {
        Map<String, String> variables = ground.variables(ASSEMBLY);
        boolean usable = run(ground, ground.command(ASSEMBLY, recording.assemble(), variables), ASSEMBLY_TAKES)
                && run(ground, ground.command(ASSEMBLY, recording.verify(), variables), ASSEMBLY_TAKES);
        if (usable) caches.adopt(recording.jvm(), recording.result());
    }

    /// @return whether it ended well
    private static boolean run(Ground ground, ChildCommand command, Duration atMost) throws IOException, InterruptedException {
        ChildProcess process = ChildProcess.start(command, LOG::debug);
        try {
            ground.folder().remember(process.pid());
            if (!process.awaitExit(atMost)) process.terminate(Manner.SLOW_END_TAKES);
            if (process.onExit().join() == 0) return true;
            LOG.info("a step to make AOT caches failed: {}", process.lastLines());
            return false;
        } finally {
            process.kill();
        }
    }
}

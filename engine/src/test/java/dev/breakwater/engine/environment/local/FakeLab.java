package dev.breakwater.engine.environment.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A lab in a process of its own, to be killed by a test: `<root> <installed?> <pause all?>`. Says `READY` when all is started.
public final class FakeLab {
    private FakeLab() {}

    public static void main(String[] args) throws Exception {
        LocalSettings settings = TinyShop.settings(Path.of(args[0]), args[1].equals("installed"), "user-service");
        LocalEnvironment environment = LocalEnvironment.open(settings);
        System.out.println("OPEN");
        environment.start(Map.of(), view -> {}, (part, line) -> {});
        if (List.of(args).contains("pause")) environment.parts().forEach(part -> part.pause());
        System.out.println("READY");
        Thread.currentThread().join();
    }
}

package dev.breakwater.engine;

import dev.breakwater.engine.environment.Environment;
import dev.breakwater.engine.environment.StartFailedException;
import java.time.InstantSource;

/// Opens the environment that a lab asks for; nothing runs in it yet.
@FunctionalInterface
public interface EnvironmentSource {
    Environment open(LabSettings settings, InstantSource clock) throws StartFailedException;
}

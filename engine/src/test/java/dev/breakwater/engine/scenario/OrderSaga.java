package dev.breakwater.engine.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The published order saga, as text to read and to spoil.
final class OrderSaga {
    static final Path SAMPLES = Path.of(System.getProperty("breakwater.home", ".."), "samples", "patterns");
    static final String FILE = "scenario.yaml";
    static final String TEXT = read(SAMPLES.resolve("order-saga").resolve(FILE));

    private OrderSaga() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

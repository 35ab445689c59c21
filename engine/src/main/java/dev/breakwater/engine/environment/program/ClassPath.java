package dev.breakwater.engine.environment.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The jars of a JVM, one by one and in a fixed order: an AOT cache holds for exactly this list.
public record ClassPath(List<Path> jars) {
    public ClassPath {
        jars = List.copyOf(jars);
    }

    /// Of a module that Maven has packaged: its own jar, then what lies in `target/lib`.
    ///
    /// @throws MissingProgramException when it has not been built
    static ClassPath ofModule(Path module) throws IOException {
        List<Path> jars = new ArrayList<>(jarsIn(module.resolve("target")));
        List<Path> libraries = jarsIn(module.resolve("target/lib"));
        if (jars.isEmpty() || libraries.isEmpty())
            throw new MissingProgramException("there is no jar in " + module.resolve("target"), "build it first: mvn package -DskipTests");
        jars.addAll(libraries);
        return new ClassPath(jars);
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : entries) if (!jar.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar")) jars.add(jar);
        }
        jars.sort(null);
        return jars;
    }

    /// The first jar whose name begins so.
    public Optional<Path> jar(String namePrefix) {
        return jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(namePrefix))
                .findFirst();
    }

    @Override
    public String toString() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

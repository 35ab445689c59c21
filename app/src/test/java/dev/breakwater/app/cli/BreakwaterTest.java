package dev.breakwater.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Through the real entry; nothing here starts an environment.
final class BreakwaterTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run                                             | Missing required parameter: 'SCENARIO|FILE'
            run ordr-saga                                   | unknown scenario "ordr-saga"; did you mean "order-saga"?
            run order-saga --for 15                         | --for: a time is written like 500ms, 15s, 2m or 1h, got "15"
            run order-saga --for 0s                         | --for: need a time greater than 0
            run order-saga --load 25                        | --load: a load is written like 25/s
            run order-saga --load 20000/s                   | --load: a load is written like 25/s
            run order-saga --otlp 127.0.0.1:4317            | --otlp: need http://host:port
            run order-saga --otlp https://here:4317         | --otlp: need http://host:port
            run order-saga --otlp http://here               | --otlp: need http://host:port
            run order-saga --seed x                         | Invalid value for option '--seed'
            run order-saga --environment docker             | the environment docker is not part of this version yet
            run order-saga --environment remote             | the environment remote is not part of this version yet
            run order-saga --environment lokal              | unknown environment "lokal"; did you mean "local"?
            run order-saga --report out                     | --report is not part of this version yet
            run order-saga --repeat 3                       | --repeat is not part of this version yet
            run order-saga --fro 15s                        | Unknown options: '--fro', '15s'
            up order-saga --endpoints /no/such/folder/x     | --endpoints: there is no folder /no/such/folder
            up order-saga --endpoints /                     | --endpoints: / is a folder
            check                                           | Missing required parameter: 'FILE|SCENARIO'
            check no-such-file.yaml                         | unknown scenario "no-such-file.yaml"
            observe                                         | breakwater observe: observing other systems is not part of this version yet
            replay x.jsonl                                  | breakwater replay: replaying recordings is not part of this version yet
            bench                                           | breakwater bench: the transport benchmark is not part of this version yet
            rnu order-saga                                  | unknown command "rnu"; did you mean "run"?
            """)
    void badInputIsRefusedWithExitCode2AndNothingOnStandardOutput(String arguments, String complaint) {
        assertEquals(ExitCode.BAD_INPUT, run(arguments.split(" ")));
        assertTrue(err.toString().contains(complaint), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void aScenarioFileWithMistakesIsRefusedWithLineAndColumn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.yaml");
        String good = Files.readString(Home.folder().resolve("samples/patterns/order-saga/scenario.yaml"));
        Files.writeString(file, good.replace("group: Hybrid", "grup: Hybrid"));
        for (String command : new String[] {"check", "run", "up"}) {
            assertEquals(ExitCode.BAD_INPUT, run(command, file.toString()));
        }
        assertTrue(err.toString().contains(file + ":4:1: unknown key \"grup\"; did you mean \"group\"?"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void checkSaysWhatItFound() {
        assertEquals(ExitCode.PASSED, run("check", "order-saga"));
        assertEquals("order-saga: Order saga, 6 services, 16 links: fine", out.toString().strip());
    }

    @Test
    void checkAsJsonIsOneObject(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "id: Upper");
        assertEquals(ExitCode.BAD_INPUT, run("check", "--json", file.toString()));
        JsonNode answer = new JsonMapper().readTree(out.toString());
        assertEquals(false, answer.get("valid").booleanValue());
        JsonNode last = answer.get("problems").get(answer.get("problems").size() - 1);
        assertEquals(1, last.get("line").intValue());
        assertEquals(5, last.get("column").intValue());
    }

    @Test
    void doctorAsJsonIsOneObjectWithAdviceWhereItIsNeeded() {
        run("doctor", "--json");
        JsonNode answer = new JsonMapper().readTree(out.toString());
        assertTrue(answer.get("findings").size() >= 10);
        answer.get("findings").forEach(finding ->
                assertTrue(!finding.get("state").stringValue().equals("missing") || !finding.get("advice").stringValue().isEmpty()));
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertEquals(ExitCode.PASSED, run("--help"));
        assertEquals(ExitCode.PASSED, run("run", "--help"));
        assertEquals(ExitCode.PASSED, run("--version"));
        assertTrue(out.toString().contains("doctor") && out.toString().contains("breakwater 0.1.0"), out::toString);
        assertEquals("", err.toString());
    }

    private int run(String... arguments) {
        CommandLine line = Breakwater.commandLine(arguments);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}

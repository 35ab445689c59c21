package dev.breakwater.shop.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program that measures, and says so in its output.
record Tool(List<String> command, Pattern figure) implements Duel.Way {
    Tool {
        command = List.copyOf(command);
    }

    /// The last figure that it prints.
    @Override
    public double perSecond() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher matcher = figure.matcher(output);
        double last = Double.NaN;
        while (matcher.find()) {
            last = Double.parseDouble(matcher.group(1));
        }
        if (Double.isNaN(last)) {
            throw new IOException(String.join(" ", command) + " gave no figure: " + output);
        }
        return last;
    }
}

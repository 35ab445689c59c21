package dev.breakwater.app.view.latency;

import dev.breakwater.app.view.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks where to put CSV text and writes it there.
final class CsvFile {
    private CsvFile() {}

    static void save(String csv, Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("latency.csvTip"));
        chooser.setInitialFileName("latency.csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File file = chooser.showSaveDialog(owner);
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file.toPath(), csv);
        } catch (IOException e) {
            Alert alert = new Alert(Alert.AlertType.ERROR, Words.of("latency.csvFailed", file, String.valueOf(e.getMessage())));
            alert.initOwner(owner);
            alert.show();
        }
    }
}

package org.opbrief.workbench.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsThereAtTheNextStart() throws Exception {
        Settings settings = Settings.of(file());
        settings.language(Optional.of(Locale.forLanguageTag("es")));
        settings.edition(Optional.of("public"));
        settings.formats(Set.of("xlsx"));
        settings.outputFolder(Optional.of(folder.resolve("Año 1")));
        settings.memory(Optional.of(2_048));
        settings.keep();

        Settings again = Settings.of(file());
        assertEquals(Optional.of("es"), again.language().map(Locale::getLanguage));
        assertEquals(Optional.of("public"), again.edition());
        assertEquals(Set.of("xlsx"), again.formats());
        assertEquals(Optional.of(folder.resolve("Año 1")), again.outputFolder());
        assertEquals(Optional.of(2_048), again.memory());
        assertTrue(Files.readAllLines(file()).contains("memory=2048"), "The scripts look for this line");
        assertEquals(List.of("settings.properties"), names(file().getParent()));
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        Settings settings = Settings.of(file());
        assertEquals(Optional.empty(), settings.language());
        assertEquals(Optional.empty(), settings.edition());
        assertEquals(Set.of("pdf", "xlsx"), settings.formats());
        assertEquals(Optional.empty(), settings.outputFolder());
        assertEquals(Optional.empty(), settings.memory());
        assertEquals(List.of(), settings.recentWorkspaces());
    }

    @Test
    void aMemoryThatMakesNoSenseIsAsIfItWereAbsent() throws Exception {
        Files.createDirectories(file().getParent());
        for (String wrong : List.of("255", "-512", "2 GB", "99999999999", "0x800")) {
            Files.writeString(file(), "memory=" + wrong);
            assertEquals(Optional.empty(), Settings.of(file()).memory(), wrong);
        }
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "edition=public\nlanguage=\\u00zz");
        assertEquals(Optional.empty(), Settings.of(file()).edition());
        Files.write(file(), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertEquals(Optional.empty(), Settings.of(file()).edition());
    }

    @Test
    void theLatestWorkspaceIsTheFirstAndEightAreKept() throws Exception {
        Settings settings = Settings.of(file());
        IntStream.rangeClosed(1, 10).forEach(i -> settings.opened(folder.resolve("w" + i)));
        settings.opened(folder.resolve("w5"));
        settings.keep();
        assertEquals(
                Stream.of("w5", "w10", "w9", "w8", "w7", "w6", "w4", "w3")
                        .map(folder::resolve)
                        .toList(),
                Settings.of(file()).recentWorkspaces());
    }

    @Test
    void aWorkspaceThatIsForgottenOrGoneIsNotTheLastOne() throws Exception {
        Settings settings = Settings.of(file());
        assertEquals(Optional.empty(), settings.lastWorkspace());
        Path kept = Files.createDirectories(folder.resolve("kept"));
        Path forgotten = Files.createDirectories(folder.resolve("forgotten"));
        settings.opened(kept);
        settings.opened(forgotten);
        settings.opened(folder.resolve("gone"));
        assertEquals(Optional.of(forgotten), settings.lastWorkspace());
        settings.forget(forgotten);
        settings.startWorkspace(Optional.of(forgotten));
        settings.keep();
        Settings again = Settings.of(file());
        assertEquals(Optional.of(kept), again.lastWorkspace());
        assertEquals(List.of(folder.resolve("gone"), kept), again.recentWorkspaces());
        assertEquals(Optional.of(forgotten), again.startWorkspace());
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws Exception {
        Files.writeString(folder.resolve("blocked"), "");
        Settings settings = Settings.of(folder.resolve("blocked/settings.properties"));
        assertThrows(IOException.class, settings::keep);
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    private Path file() {
        return folder.resolve("state/settings.properties");
    }
}

package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchCommandTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void start() throws Exception {
        cli = new Cli(folder);
    }

    @Test
    void whichWorkspaceOpensIsLeftToTheWindowUnlessOneIsNamed() {
        Path usual = cli.home.resolve("opbrief");
        Path east = cli.folder.resolve("east");
        Path west = cli.folder.resolve("west");
        assertEquals(0, cli.run("workbench"));
        cli.environment.put("OPBRIEF_WORKSPACE", "west");
        assertEquals(0, cli.run("workbench"));
        assertEquals(0, cli.run("workbench", "--workspace", "east"));
        assertEquals(
                List.of(
                        new FakeDesktop.Shown(Optional.empty(), usual),
                        new FakeDesktop.Shown(Optional.of(west), west),
                        new FakeDesktop.Shown(Optional.of(east), east)),
                cli.desktop.shown);
    }

    @Test
    void whyItDidNotOpenIsSaid() {
        cli.desktop.complaint = Optional.of("There is no screen.");
        assertEquals(1, cli.run("workbench"));
        assertEquals("opbrief: There is no screen.", cli.err.strip());
    }
}

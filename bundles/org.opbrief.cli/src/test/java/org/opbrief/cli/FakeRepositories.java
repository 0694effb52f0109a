package org.opbrief.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.pack.PackRepositories;

/** Repositories of which it is only noted what was asked. */
final class FakeRepositories implements PackRepositories {
    final List<String> asked = new ArrayList<>();

    @Override
    public int index(Path folder) {
        asked.add("index " + folder);
        return 2;
    }

    @Override
    public List<String> bundleUp(Path workspace, List<String> names, List<String> repositories, Path file) {
        asked.add("bundle " + workspace.getFileName() + " " + names + " " + repositories);
        return List.of("org.example.ports 1.0.0", "org.example.visits 1.0.0");
    }
}

package org.opbrief.workbench.briefing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of briefings in folders. */
final class OutputList {
    private OutputList() {}

    /**
     * The files of one briefing.
     *
     * @param files the manifest last
     * @param written when the latest was
     */
    record Output(String name, Path folder, List<Path> files, Instant written) {

        /** E.g. {@code pdf, xlsx}. */
        String formats() {
            return String.join(
                    ", ",
                    files.subList(0, files.size() - 1).stream()
                            .map(file -> file.getFileName().toString().substring(name.length() + 1))
                            .toList());
        }
    }

    /** All in these folders, the latest first. A folder that is not there has none. */
    static List<Output> find(Set<Path> folders) {
        List<Output> found = new ArrayList<>();
        for (Path folder : new LinkedHashSet<>(folders)) {
            if (Files.isDirectory(folder)) {
                found.addAll(find(folder));
            }
        }
        found.sort(Comparator.comparing(Output::written).reversed().thenComparing(Output::name));
        return found;
    }

    private static List<Output> find(Path folder) {
        List<Output> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(Files::isRegularFile).sorted().toList();
            for (Path manifest : files) {
                String file = manifest.getFileName().toString();
                if (file.endsWith(Written.MANIFEST)) {
                    String name = file.substring(0, file.length() - Written.MANIFEST.length());
                    found.add(output(name, folder, manifest, files));
                }
            }
        } catch (IOException e) {
            // a folder that cannot be read, or that goes while it is read, has nothing that could be opened
            found.clear();
        }
        return found;
    }

    private static Output output(String name, Path folder, Path manifest, List<Path> all) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : all) {
            String rest = file.getFileName().toString();
            if (rest.startsWith(name + ".") && rest.indexOf('.', name.length() + 1) < 0) {
                files.add(file);
            }
        }
        files.add(manifest);
        Instant latest = Instant.EPOCH;
        for (Path file : files) {
            Instant time = Files.getLastModifiedTime(file).toInstant();
            latest = time.isAfter(latest) ? time : latest;
        }
        return new Output(name, folder, List.copyOf(files), latest);
    }
}

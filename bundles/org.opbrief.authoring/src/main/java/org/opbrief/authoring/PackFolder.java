package org.opbrief.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.PackProblem;

/** A pack in the making: a folder with {@code pack.yaml} and {@code OPBRIEF-INF}. */
final class PackFolder implements PackFiles {

    static final String DEFINITIONS = "OPBRIEF-INF";

    private static final long LARGEST_FILE = 16L << 20;

    /** Files beside the definitions that go into the jar. */
    private static final Pattern BESIDE = Pattern.compile("(?i)(README|LICEN[CS]E|NOTICE)(\\.(md|txt))?");

    /** What editors, file managers and builds leave behind. */
    private static final Pattern RUBBISH = Pattern.compile(
            "(?i)\\..*|.*~|~\\$.*|#.*#|.*\\.(bak|orig|rej|sw[a-p]|tmp)|Thumbs\\.db|desktop\\.ini|__MACOSX|target");

    private final Path folder;
    private final Description.Read description;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final List<PackProblem> problems = new ArrayList<>();

    private PackFolder(Path folder, Description.Read description) {
        this.folder = folder;
        this.description = description;
    }

    static PackFolder open(Path folder) throws PackException {
        Path file = folder.resolve(Description.FILE);
        if (!Files.isDirectory(folder)) {
            throw new PackException("There is no folder " + folder + "; make one with 'opbrief new report NAME'.");
        }
        if (!Files.isRegularFile(file)) {
            throw new PackException("The folder " + folder + " is no pack: it has no " + Description.FILE
                    + ", which says its name and version; 'opbrief new report NAME' makes a folder that has all.");
        }
        try {
            PackFolder pack = new PackFolder(folder, Description.read(Files.readAllBytes(file)));
            Path definitions = folder.resolve(DEFINITIONS);
            if (Files.isDirectory(definitions)) {
                pack.collect(definitions, "");
            }
            return pack;
        } catch (IOException | UncheckedIOException e) {
            throw new PackException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void collect(Path directory, String prefix) throws IOException {
        List<Path> children;
        try (Stream<Path> list = Files.list(directory)) {
            children = list.sorted().toList();
        }
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (RUBBISH.matcher(name).matches()) {
                continue;
            }
            if (Files.isSymbolicLink(child)) {
                problems.add(new PackProblem(
                        DEFINITIONS + "/" + prefix + name, 0, "is a link; put what it leads to in its place"));
            } else if (Files.isDirectory(child)) {
                collect(child, prefix + name + "/");
            } else {
                files.put(prefix + name, child);
            }
        }
    }

    Optional<Description> description() {
        return description.description();
    }

    /** The description, or why there is none. */
    Description needDescription() throws PackException {
        return description
                .description()
                .orElseThrow(() -> new PackException(folder.resolve(Description.FILE)
                                .getParent() + ": " + description.problems().get(0) + "."));
    }

    /** What is wrong with the folder itself. */
    List<PackProblem> problems() {
        List<PackProblem> all = new ArrayList<>(description.problems());
        if (files.isEmpty()) {
            all.add(new PackProblem(
                    "",
                    0,
                    "the pack brings nothing; put a report into " + DEFINITIONS + "/reports/NAME/report.yaml, or a data"
                            + " set into " + DEFINITIONS + "/datasets/NAME.yaml"));
        }
        all.addAll(problems);
        return all;
    }

    /** All files of the jar but its manifest, by their names in it. */
    SortedMap<String, byte[]> content() throws IOException {
        SortedMap<String, byte[]> content = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            content.put(DEFINITIONS + "/" + file.getKey(), Files.readAllBytes(file.getValue()));
        }
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.toList()) {
                String name = file.getFileName().toString();
                if (BESIDE.matcher(name).matches() && Files.isRegularFile(file) && !Files.isSymbolicLink(file)) {
                    content.put(name, Files.readAllBytes(file));
                }
            }
        }
        return content;
    }

    @Override
    public String name() {
        return description().map(Description::name).orElse("");
    }

    @Override
    public String version() {
        return description().map(each -> each.version().toString()).orElse("");
    }

    @Override
    public Collection<String> files() {
        return Collections.unmodifiableSet(files.keySet());
    }

    @Override
    public byte[] read(String file) throws IOException {
        Path path = files.get(file);
        if (path == null) {
            throw new IOException("there is no " + file);
        }
        if (Files.size(path) > LARGEST_FILE) {
            throw new IOException(file + " is larger than 16 MiB");
        }
        return Files.readAllBytes(path);
    }

    @Override
    public Optional<URL> locate(String file) {
        try {
            return files.containsKey(file)
                    ? Optional.of(files.get(file).toAbsolutePath().toUri().toURL())
                    : Optional.empty();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}

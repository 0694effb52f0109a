package org.opbrief.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.pack.PackProblem;
import org.osgi.framework.Version;

/**
 * {@code pack.yaml}: what a pack is called.
 *
 * @param name symbolic name of its bundle
 * @param title, {@code description} and {@code license} may be empty
 */
record Description(String name, Version version, String title, String description, String license) {

    static final String FILE = "pack.yaml";

    private static final List<String> KEYS = List.of("name", "version", "title", "description", "license");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int LONGEST_NAME = 200;

    /** What was read: with problems there may be no description. */
    record Read(Optional<Description> description, List<PackProblem> problems) {}

    static Read read(byte[] bytes) {
        List<PackProblem> problems = new ArrayList<>();
        Yaml yaml;
        try {
            yaml = Yaml.read(bytes);
        } catch (Yaml.Malformed e) {
            return new Read(Optional.empty(), List.of(problem(e.line(), "is not YAML: " + e.getMessage())));
        }
        if (!yaml.isMap()) {
            return new Read(
                    Optional.empty(), List.of(problem(1, "a map is expected here; write at least name: and version:")));
        }
        Map<String, String> texts = new TreeMap<>();
        yaml.entries().forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                problems.add(problem(value.line(), "the key '" + key + "' is not known" + Nearest.hint(key, KEYS)));
            } else if (value.text().isEmpty()) {
                problems.add(problem(value.line(), "'" + key + "' needs a text"));
            } else {
                texts.put(key, value.text().get().replaceAll("\\s+", " "));
            }
        });
        Optional<String> name = Optional.ofNullable(texts.get("name"));
        Optional<Version> version = version(yaml, problems);
        if (yaml.get("name").node().isEmpty()) {
            problems.add(problem(0, "'name' is missing; write name: org.example.my-pack"));
        } else if (name.isPresent() && !isName(name.get())) {
            problems.add(problem(
                    yaml.get("name").line(),
                    "the name '" + name.get() + "' is not letters, digits, hyphens and underscores, with single dots"
                            + " between; write for example org.example.my-pack"));
            name = Optional.empty();
        }
        if (name.isEmpty() || version.isEmpty()) {
            return new Read(Optional.empty(), problems);
        }
        return new Read(
                Optional.of(new Description(
                        name.get(),
                        version.get(),
                        texts.getOrDefault("title", ""),
                        texts.getOrDefault("description", ""),
                        texts.getOrDefault("license", ""))),
                problems);
    }

    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    private static Optional<Version> version(Yaml yaml, List<PackProblem> problems) {
        Yaml value = yaml.get("version");
        if (value.node().isEmpty()) {
            problems.add(problem(0, "'version' is missing; write version: 1.0.0"));
        }
        try {
            return value.text().map(Version::valueOf);
        } catch (IllegalArgumentException e) {
            problems.add(problem(
                    value.line(),
                    "the version '" + value.text().orElse("") + "' is not three numbers with dots between; write for"
                            + " example 1.0.0, or 1.0.0.beta"));
            return Optional.empty();
        }
    }

    private static PackProblem problem(int line, String text) {
        return new PackProblem(FILE, line, text);
    }
}

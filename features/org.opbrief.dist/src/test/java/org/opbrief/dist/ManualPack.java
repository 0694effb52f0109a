package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pack of the manual's section "A view of your own", as it stands there or with changes. */
final class ManualPack {
    private static final Path PAGE = Path.of("..", "..", "reports", "REFERENCE.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");
    private static final String NAME = "org.example.glance";

    private final Map<String, String> files = new LinkedHashMap<>();
    private String script = "";

    private ManualPack() {}

    static ManualPack read() throws IOException {
        ManualPack pack = new ManualPack();
        String page = Files.readString(PAGE);
        Matcher block = BLOCK.matcher(page.substring(page.indexOf("\n## A view of your own\n")));
        while (block.find()) {
            pack.add(block.group(1), block.group(2));
        }
        return pack;
    }

    private void add(String kind, String text) {
        switch (kind) {
            case "text" -> files.put("MANIFEST.MF", text);
            case "xml" -> files.put("fragment.e4xmi", text);
            case "java" -> {
                Matcher name = CLASS.matcher(text);
                name.find();
                files.put("src/" + name.group(1) + ".java", text);
            }
            default -> script += text;
        }
    }

    /** Calls it otherwise, so that both can be installed. */
    ManualPack named(String name) {
        files.replaceAll((file, text) -> text.replace(NAME, name));
        return this;
    }

    /** @param part of that file, which must be in it */
    ManualPack changed(String file, String part, String other) {
        assertEquals(true, files.get(file).contains(part), file + " has no " + part);
        files.computeIfPresent(file, (name, text) -> text.replace(part, other));
        return this;
    }

    /** Does what the manual says. */
    Path build(Path folder) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.writeString(place, file.getValue());
        }
        Path log = folder.resolve("log.txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        String bin = Distribution.get().folder().resolve("bin").toString();
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", bin + ":" + java, (path, more) -> more + ":" + path);
        assertEquals(0, builder.start().waitFor(), Files.readString(log));
        return folder.resolve("glance.jar");
    }
}

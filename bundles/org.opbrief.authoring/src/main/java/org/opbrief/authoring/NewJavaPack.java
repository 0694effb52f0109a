package org.opbrief.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.pack.PackException;

/** Makes a Maven project of a pack with a report in Java. */
final class NewJavaPack {

    private final Catalog catalog;
    private final Installation installation;

    NewJavaPack(Catalog catalog, Installation installation) {
        this.catalog = catalog;
        this.installation = installation;
    }

    List<Path> create(Path path) throws PackException {
        NewFolder folder = new NewFolder(path);
        String id = folder.name();
        catalog.checkNew(id);
        Subject subject = Subject.of(catalog.dataSet(Optional.empty()));
        String words = id.replace("-", "");
        String type = className(id);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("package", words);
        values.put("class", type);
        values.put("title", Texts.ofId(id));
        values.put("about", Texts.plain(subject.about()));
        values.put("dataSet", subject.dataSet().id());
        values.put("group", subject.groupName());
        values.put("column", subject.group().name());
        values.put("count", subject.countName());
        values.put("grain", subject.group().type() == ColumnType.DATE ? "YEAR" : "VALUE");
        values.put("bundles", installation.bundles());
        values.put("version", installation.version());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.md", filled("README.md", values));
        files.put("pom.xml", filled("pom.xml", values));
        files.put("src/main/java/org/example/" + words + "/" + type + ".java", filled("Report.java.txt", values));
        return folder.write(files);
    }

    /** {@code my-pack} becomes {@code MyPackReport}. */
    private static String className(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.append("Report").toString();
    }

    private static byte[] filled(String template, Map<String, String> values) {
        try (InputStream in = NewJavaPack.class.getResourceAsStream("java/" + template)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("@" + value.getKey() + "@", value.getValue());
            }
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

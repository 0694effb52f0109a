package org.opbrief.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "briefing",
                "data",
                "explore",
                "faults",
                "handlers",
                "jobs",
                "packs",
                "session",
                "settings",
                "window"
            })
    void bothLanguagesHaveTheSameTextsWithTheSameValues(String area) throws IOException {
        assertEquals(values(area, ""), values(area, "_es"));
    }

    /** What stands for values in each text, in order. */
    private static TreeMap<String, String> values(String area, String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                MessagesTest.class.getResourceAsStream(area + "/Messages" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> (String) entry.getKey(),
                        entry -> ((String) entry.getValue()).replaceAll("(?s)[^%{]*(%,?[sd]|\\{\\d)?", "$1"),
                        (a, b) -> a,
                        TreeMap::new));
    }
}

package org.opbrief.importer.excel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.opbrief.api.data.ImportException;

/** The texts that cells name by number: in memory, or in a file if they are too many. */
interface SharedStrings extends Closeable {
    /** Unpacked bytes of the part that are held in memory. */
    long IN_MEMORY = 32L << 20;

    Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** No two calls at once. */
    String get(int index) throws IOException;

    int size();

    static SharedStrings none() {
        return new Few(List.of());
    }

    /** @param spill where the texts go if they are too many; deleted when this is closed */
    static SharedStrings read(Xml xml, long bytes, Path spill) throws IOException, ImportException {
        if (bytes >= 0 && bytes <= IN_MEMORY) {
            List<String> texts = new ArrayList<>();
            readAll(xml, texts::add);
            return new Few(texts);
        }
        StringFile file = new StringFile(spill);
        try {
            readAll(xml, file::add);
            file.finish();
            return file;
        } catch (IOException | ImportException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void readAll(Xml xml, Texts texts) throws IOException, ImportException {
        StringBuilder text = new StringBuilder();
        while (xml.nextStart()) {
            if (xml.name().equals("si")) {
                text.setLength(0);
                addText(xml, "si", text);
                texts.take(unescaped(text));
            }
        }
    }

    /** Adds the text of the element, whose start was just met, without the pronunciation that Japanese texts carry. */
    static void addText(Xml xml, String element, StringBuilder text) throws IOException, ImportException {
        boolean inText = false;
        int pronunciation = 0;
        for (int event = xml.next(); ; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.name().equals("t");
                pronunciation += xml.name().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.name().equals(element)) {
                    return;
                }
                inText = false;
                pronunciation -= xml.name().equals("rPh") ? 1 : 0;
            } else if (inText && pronunciation == 0 && isText(event)) {
                xml.addText(text);
            }
        }
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Characters that XML cannot hold stand as {@code _x000D_}. */
    static String unescaped(StringBuilder text) {
        if (text.indexOf("_x") < 0) {
            return text.toString();
        }
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** Takes texts in order. */
    @FunctionalInterface
    interface Texts {
        void take(String text) throws IOException;
    }

    /** Texts in memory. */
    record Few(List<String> texts) implements SharedStrings {
        @Override
        public String get(int index) {
            return texts.get(index);
        }

        @Override
        public int size() {
            return texts.size();
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}

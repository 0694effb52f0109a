package org.opbrief.output.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Texts that streamed cells share, after those that the workbook already has. */
final class SharedStrings {
    /** More different texts than this are written into their cells, so that memory is bounded. */
    private static final int LIMIT = 100_000;

    private static final String END = "</sst>";

    private final int first;
    private final long usesBefore;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private long uses;

    SharedStrings(int first, long usesBefore) {
        this.first = first;
        this.usesBefore = usesBefore;
    }

    /** Number of the text; empty if it has to stand in its cell. */
    OptionalInt index(String text) {
        Integer index = indexes.get(text);
        if (index == null) {
            if (indexes.size() >= LIMIT) {
                return OptionalInt.empty();
            }
            index = first + indexes.size();
            indexes.put(text, index);
        }
        uses++;
        return OptionalInt.of(index);
    }

    /** Writes the workbook's own part with these texts added. */
    void write(byte[] part, OutputStream out) throws IOException {
        String own = new String(part, StandardCharsets.UTF_8);
        String counted = own.replaceFirst(
                "<sst[^>]*>",
                "<sst xmlns=\"" + SheetRows.NAMESPACE + "\" count=\"" + (usesBefore + uses) + "\" uniqueCount=\""
                        + (first + indexes.size()) + "\">");
        int end = counted.lastIndexOf(END);
        out.write(counted.substring(0, end).getBytes(StandardCharsets.UTF_8));
        StringBuilder items = new StringBuilder();
        for (String text : indexes.keySet()) {
            items.append("<si><t xml:space=\"preserve\">");
            SheetRows.appendText(items, text);
            items.append("</t></si>");
            if (items.length() > SheetRows.CHUNK) {
                out.write(items.toString().getBytes(StandardCharsets.UTF_8));
                items.setLength(0);
            }
        }
        out.write(items.append(END).toString().getBytes(StandardCharsets.UTF_8));
    }
}

package org.opbrief.importer.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.opbrief.api.data.TableFormat;
import org.osgi.service.component.annotations.Component;

/**
 * Writes CSV: UTF-8 with the mark that tells spreadsheets so, and commas. A text that a spreadsheet would take for a formula
 * gets an apostrophe in front, which {@link RecordScanner} takes off again.
 */
@Component
public final class CsvFormat implements TableFormat {
    private static final char MARK = '\ufeff';
    /** Numbers begin with a sign too, and calculate nothing. */
    private static final Pattern FORMULA = Pattern.compile("(?s)(?![+-][\\d.,]+$)'*[=+\\-@].*");

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public Rows begin(Path target, List<String> headers) throws IOException {
        Writer out = Files.newBufferedWriter(target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Lines lines = new Lines(out);
        out.write(MARK);
        lines.add(headers);
        return lines;
    }

    private record Lines(Writer out) implements Rows {

        @Override
        public void add(List<String> fields) throws IOException {
            String before = "";
            for (String text : fields) {
                String field = FORMULA.matcher(text).matches() ? "'" + text : text;
                out.write(before);
                boolean quoted = field.chars().anyMatch(at -> at == ',' || at == '"' || at == '\n' || at == '\r');
                out.write(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
                before = ",";
            }
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

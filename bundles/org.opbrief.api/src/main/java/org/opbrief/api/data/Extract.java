package org.opbrief.api.data;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * What an importer found in a file.
 *
 * @param headers the file's column headers in order, trimmed, as they stand in the file
 * @param form how the file was read, in words, e.g. {@code CSV, Windows-1252, semicolon}
 * @param charset how the file's text is encoded, so that single records can be shown later; empty if it is no text
 * @param records number of records written
 * @param problems records that could not be written; each counts as one rejected row
 */
public record Extract(
        List<String> headers, String form, Optional<Charset> charset, long records, List<Problem> problems) {

    public Extract {
        headers = List.copyOf(headers);
        problems = List.copyOf(problems);
    }
}

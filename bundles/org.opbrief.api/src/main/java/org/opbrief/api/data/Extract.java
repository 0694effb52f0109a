package org.opbrief.api.data;

import java.util.List;

/**
 * What an importer found in a file.
 *
 * @param headers the file's column headers in order, trimmed, as they stand in the file
 * @param form how the file was read, in words, e.g. {@code CSV, Windows-1252, semicolon}
 * @param records number of records written
 * @param problems records that could not be written; each counts as one rejected row
 */
public record Extract(List<String> headers, String form, long records, List<Problem> problems) {

    public Extract {
        headers = List.copyOf(headers);
        problems = List.copyOf(problems);
    }
}

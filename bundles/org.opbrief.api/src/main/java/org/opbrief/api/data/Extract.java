package org.opbrief.api.data;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an importer found in a file.
 *
 * @param headers the file's column headers in order, trimmed, as they stand in the file; no two are equal without regard to
 *     case
 * @param form how the file was read, in words, e.g. {@code CSV, Windows-1252, semicolon}
 * @param place what the numbers of records count
 * @param charset how the file's text is encoded, so that single records can be shown later; empty if it is no text
 * @param layout how the file was read, by name of the choice, in order; a {@link Source} with the same reads it so again
 * @param records number of records written
 * @param problems records that could not be written; each counts as one rejected row
 * @param findings what the user should know of the file
 */
public record Extract(
        List<String> headers,
        String form,
        Place place,
        Optional<Charset> charset,
        Map<String, String> layout,
        long records,
        List<Problem> problems,
        List<Finding> findings) {

    public Extract {
        headers = List.copyOf(headers);
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        problems = List.copyOf(problems);
        findings = List.copyOf(findings);
    }
}

package org.opbrief.api.data;

import java.util.List;

/**
 * A column of a file, before it is known what it means.
 *
 * @param samples some of its different values, as they stand in the file; none is blank
 */
public record FileColumn(String header, List<String> samples) {

    public FileColumn {
        samples = List.copyOf(samples);
    }
}

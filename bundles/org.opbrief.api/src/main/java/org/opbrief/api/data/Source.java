package org.opbrief.api.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A file, and how it is to be read.
 *
 * @param file what is read; it does not change meanwhile
 * @param layout where the records stand, as far as the user said so, by name of the choice, e.g. {@code sheet} and the name
 *     of a sheet. What it does not name is for the importer to judge
 * @param progress told how far the reading has come, 0 to 1
 * @param enough so many records are enough, for a look at the file; the importer reads little more of it, however large it is
 */
public record Source(Path file, Map<String, String> layout, Progress progress, OptionalLong enough) {

    public Source {
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
    }

    /** A file of which all records are wanted. */
    public Source(Path file, Map<String, String> layout, Progress progress) {
        this(file, layout, progress, OptionalLong.empty());
    }

    /** A file of which the importer judges all. */
    public static Source of(Path file) {
        return new Source(file, Map.of(), Progress.NONE);
    }

    /** The same, of which some records are enough. */
    public Source beginning(long records) {
        return new Source(file, layout, progress, OptionalLong.of(records));
    }
}

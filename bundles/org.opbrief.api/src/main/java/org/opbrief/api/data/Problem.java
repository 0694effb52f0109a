package org.opbrief.api.data;

import java.util.Optional;

/**
 * Why a record of a file was not accepted.
 *
 * @param line number of the record in its file, from 1: mostly the physical line where it starts, else what the file's
 *     {@link Place} says
 * @param column header of the column in the file, if one column is at fault
 * @param value the value as it stands in the file, if one value is at fault; cut to 200 characters
 * @param reason what is wrong, in words that follow a colon, e.g. {@code is not a date like 2023-05-01}
 */
public record Problem(long line, Optional<String> column, Optional<String> value, String reason) {

    public Problem {
        if (line < 1) {
            throw new IllegalArgumentException("Lines count from 1: " + line);
        }
    }

    @Override
    public String toString() {
        return at(Place.LINE);
    }

    /** The problem as one sentence, without the file's name. */
    public String at(Place place) {
        return Visible.of(place.word() + " " + line
                + column.map(name -> ", column " + name).orElse("")
                + value.map(text -> ", value \"" + text + "\"").orElse("")
                + ": " + reason);
    }
}

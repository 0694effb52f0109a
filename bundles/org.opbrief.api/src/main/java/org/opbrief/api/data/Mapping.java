package org.opbrief.api.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a file fill which columns of a data set, and how their values are read.
 *
 * @param dataSet id of the data set
 * @param fields by name of the data set's column; columns that it does not name stay empty
 */
public record Mapping(String dataSet, Map<String, Field> fields) {

    public Mapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** What fills a column. */
    public sealed interface Field permits FromHeader, Constant, FromPeriod, Through {}

    /**
     * The values of a column of the file.
     *
     * @param header as it stands in the file
     * @param unit in which the file has its numbers, if it is another than the column's
     * @param values what is read instead of a value of the file; the file's values are compared without regard to case
     * @param dates how days are written, as a pattern of {@code yyyy}, {@code yy}, {@code MM}, {@code M}, {@code MMM},
     *     {@code dd}, {@code d}, {@code HH}, {@code mm}, {@code ss} and separators; empty to judge by the values
     * @param separator what parts several values in one cell. Each of them makes a row of its own with the other columns
     *     repeated; empty if a cell holds one value
     */
    public record FromHeader(
            String header,
            Optional<NumberUnit> unit,
            Map<String, String> values,
            Optional<String> dates,
            Optional<String> separator)
            implements Field {

        public FromHeader {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** Values as they stand. */
        public static FromHeader plain(String header) {
            return new FromHeader(header, Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
        }
    }

    /** In which unit the file has its numbers. */
    public sealed interface NumberUnit permits SameUnit, UnitOfRow {}

    /** One unit for all rows. */
    public record SameUnit(Unit unit) implements NumberUnit {}

    /**
     * A unit that a column of the file names row by row: another one, or behind the numbers themselves, like {@code 5 kg}. A row whose unit measures something else than the column,
     * e.g. pills where the column is a mass, leaves the column empty; a row whose unit is unknown is rejected.
     *
     * @param units by the word of the file, compared without regard to case; besides, units' own names and words count
     */
    public record UnitOfRow(String header, Map<String, Unit> units) implements NumberUnit {

        public UnitOfRow {
            units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        }
    }

    /**
     * What the word of a column of the file leads to, on the day of the row: the day is that of the data set's first date.
     * A row whose word leads nowhere, or to more than one value, is rejected.
     *
     * @param header as it stands in the file
     * @param vocabulary id of the one that leads to values of the data set's column
     */
    public record Through(String header, String vocabulary) implements Field {}

    /** The same value in all rows, written as in a file. */
    public record Constant(String value) implements Field {}

    /**
     * The first day of a period that the file has in one or two columns.
     *
     * @param year header of the year's column; {@code FY 2023} is read as 2023
     * @param month header of the month's column, whose values are numbers or English names, short or long; empty for the
     *     year's first month
     * @param fiscal whether years are fiscal years of the United States, which begin in October of the year before
     */
    public record FromPeriod(String year, Optional<String> month, boolean fiscal) implements Field {}
}

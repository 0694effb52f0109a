package org.opbrief.importer.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Place;

/** The columns that records have together, in order of appearance. */
final class Columns {
    static final int MOST = 4_096;
    static final String GEOMETRY = "geometry";
    static final List<String> AXES = List.of("longitude", "latitude", "altitude");
    private static final String PROPERTIES = "properties.";
    /** Columns that begin late and are told one by one. */
    private static final int TOLD = 5;

    private final String file;
    private final Shape.Kind shape;
    private final Place place;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private long rows;

    Columns(String file, Shape.Kind shape, Place place) {
        this.file = file;
        this.shape = shape;
        this.place = place;
    }

    void take(Row row, long at) throws ImportException {
        for (Map.Entry<String, Cell> entry : row.cells().entrySet()) {
            columns.computeIfAbsent(entry.getKey(), path -> new Column(rows, at))
                    .take(entry.getValue());
        }
        if (columns.size() > MOST) {
            throw new ImportException(file + " has more than " + JsonFault.number(MOST) + " different keys up to "
                    + place.word() + " " + at
                    + "; a table has no such number of columns, so perhaps keys are used for what are values.");
        }
        rows++;
    }

    /** Header of each path that has one, in order. */
    Map<String, String> headers() throws ImportException {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> taken = new HashMap<>();
        for (String path : paths()) {
            String header = header(path).strip();
            String other = taken.putIfAbsent(header.toLowerCase(Locale.ROOT), header);
            if (other != null) {
                throw new ImportException(file + " has the keys " + other + " and " + header
                        + ", which differ only in upper and lower case or in blanks; rename one.");
            }
            headers.put(path, header);
        }
        return headers;
    }

    private List<String> paths() {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().isOfTable())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What GeoJSON puts around the properties of a feature is no part of their names, unless a property has that name. */
    private String header(String path) {
        if (shape != Shape.Kind.GEO) {
            return path;
        }
        if (path.startsWith(PROPERTIES)) {
            return path.substring(PROPERTIES.length());
        }
        boolean axis = path.startsWith(GEOMETRY + ".");
        String name = axis ? path.substring(GEOMETRY.length() + 1) : path;
        boolean free = paths().stream().noneMatch(other -> other.equalsIgnoreCase(PROPERTIES + name));
        return free ? name : axis ? path : "feature." + path;
    }

    List<Finding> findings(Map<String, String> headers) {
        List<Finding> findings = new ArrayList<>();
        List<String> late = new ArrayList<>();
        columns.forEach((path, column) -> {
            String header = headers.getOrDefault(path, path);
            if (column.joined > 0) {
                findings.add(Finding.note("The column " + header + " has arrays in " + records(column.joined)
                                + "; their values are joined with \"; \".")
                        .of(header));
            }
            if (column.leftOut > 0) {
                findings.add(Finding.warning(leftOut(path, header, column.leftOut)));
            }
            if (headers.containsKey(path) && column.before > 0) {
                late.add(header);
                if (late.size() <= TOLD) {
                    findings.add(Finding.note("The column " + header + " begins in " + place.word() + " " + column.first
                                    + "; it is empty in the " + records(column.before) + " before.")
                            .of(header));
                }
            }
        });
        if (late.size() > TOLD) {
            findings.add(Finding.note((late.size() - TOLD) + " more columns begin after the first record: "
                    + String.join(", ", late.subList(TOLD, Math.min(late.size(), 4 * TOLD)))
                    + (late.size() > 4 * TOLD ? ", …." : ".")));
        }
        return findings;
    }

    private String leftOut(String path, String header, long count) {
        return shape == Shape.Kind.GEO && path.equals(GEOMETRY)
                ? "The geometry is no point in " + records(count) + " and is left out there."
                : "The key " + header + " holds arrays of objects or of arrays in " + records(count)
                        + "; they have no place in a table and are left out.";
    }

    private static String records(long count) {
        return count == 1 ? "1 record" : JsonFault.number(count) + " records";
    }

    private static final class Column {
        private final long before;
        private final long first;
        private long values;
        private long joined;
        private long empty;
        private long objects;
        private long leftOut;

        Column(long before, long first) {
            this.before = before;
            this.first = first;
        }

        void take(Cell cell) {
            switch (cell.kind()) {
                case VALUE -> values++;
                case JOINED -> joined++;
                case EMPTY -> empty++;
                case OBJECT -> objects++;
                case LEFT_OUT -> leftOut++;
            }
        }

        /** A key that holds only objects is none, and neither is one that holds null where others hold an object. */
        boolean isOfTable() {
            return values + joined > 0 || empty > 0 && objects + leftOut == 0;
        }
    }
}

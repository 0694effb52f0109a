package org.opbrief.importer.csv;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.data.Finding;

/** Records with another number of fields than the header: if most are so, the header is somewhere else. */
final class Misfits {
    private static final int FEW = 2;

    private final Map<Integer, Long> counts = new TreeMap<>();
    private final Map<Integer, Long> firsts = new TreeMap<>();
    private long all;

    void add(long line, int fields) {
        counts.merge(fields, 1L, Long::sum);
        firsts.putIfAbsent(fields, line);
        all++;
    }

    /** @param records that fit */
    Optional<Finding> finding(long records, long headerLine) {
        if (all <= FEW || all <= records) {
            return Optional.empty();
        }
        int usual = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return Optional.of(
                Finding.error(("%,d of %,d records have not as many fields as line %d, which was taken for the"
                                + " header; most of them have %,d, first in line %d. If that is the header, say so:"
                                + " \"header line=%d\"; if the fields are cut wrongly, choose the delimiter.")
                        .formatted(all, all + records, headerLine, usual, firsts.get(usual), firsts.get(usual))));
    }
}

package org.opbrief.workbench.data;

import java.util.OptionalLong;

/** Rows that are selected, one after the other. */
final class RowRange {
    private long anchor = -1;
    private long lead = -1;

    /** @param extend whether the rows between stay selected */
    void move(long row, boolean extend) {
        lead = row;
        if (!extend || anchor < 0) {
            anchor = row;
        }
    }

    void clear() {
        anchor = -1;
        lead = -1;
    }

    boolean isEmpty() {
        return lead < 0;
    }

    /** The row that was selected last. */
    OptionalLong lead() {
        return isEmpty() ? OptionalLong.empty() : OptionalLong.of(lead);
    }

    long first() {
        return Math.min(anchor, lead);
    }

    long last() {
        return Math.max(anchor, lead);
    }

    long size() {
        return isEmpty() ? 0 : last() - first() + 1;
    }
}

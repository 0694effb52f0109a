package org.opbrief.api.data;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One import of one file.
 *
 * @param id number of the batch in its workspace, from 1
 * @param dataSet id of the data set that the rows went to
 * @param file name of the file, without its folder
 * @param bytes size of the file
 * @param sha256 of the file, 64 hexadecimal digits in lower case; names the copy in the workspace's {@code sources}
 * @param asOf the day whose state the data describe
 * @param form how the file was read, in words, e.g. {@code CSV, UTF-8, comma, 9 columns}
 * @param rowsRead records in the file, without the header
 * @param rowsAccepted records that were stored
 * @param rowsRejected records that broke a rule, be they corrected meanwhile or not
 * @param imported when the import was committed
 * @param place what the line numbers of its rows count
 * @param lineage what it comes from and replaces
 */
public record Batch(
        long id,
        String dataSet,
        String file,
        long bytes,
        String sha256,
        LocalDate asOf,
        String form,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        Instant imported,
        Place place,
        Lineage lineage) {

    /**
     * Rejected rows that nobody has corrected. What a correcting batch rejects stays open in the batch that it corrects.
     */
    public long rowsOpen() {
        return lineage.corrects().isPresent() ? 0 : rowsRejected - lineage.correctedRows();
    }

    /** Of a text file that stands by itself. */
    public Batch(
            long id,
            String dataSet,
            String file,
            long bytes,
            String sha256,
            LocalDate asOf,
            String form,
            long rowsRead,
            long rowsAccepted,
            long rowsRejected,
            Instant imported) {
        this(
                id,
                dataSet,
                file,
                bytes,
                sha256,
                asOf,
                form,
                rowsRead,
                rowsAccepted,
                rowsRejected,
                imported,
                Place.LINE,
                Lineage.NONE);
    }
}

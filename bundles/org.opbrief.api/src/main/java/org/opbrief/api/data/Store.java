package org.opbrief.api.data;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * {@link ProviderType}: an open workspace.
 *
 * <p>In queries each data set is a table of its id with hyphens as underscores, with the columns of the data set and
 * two more: {@code _batch} (BIGINT, the batch's id) and {@code _line} (BIGINT, the physical line of the source file at
 * which the record starts). TEXT is VARCHAR, INTEGER is BIGINT, DECIMAL is DECIMAL(38, scale), or DECIMAL(18, scale) up
 * to scale 8.
 */
@ProviderType
public interface Store extends AutoCloseable {

    /**
     * The workspace folder. Whoever needs room in it for a while makes a folder whose name begins with {@code .tmp-}: the
     * next opening deletes what a process that died left there.
     */
    Path workspace();

    /**
     * Imports a file in one transaction: after an exception, or a process that dies, the workspace is as before.
     *
     * @throws java.util.concurrent.CancellationException soon after the request's progress was cancelled
     * @throws ImportException if the file cannot be imported
     * @throws StoreException if the workspace cannot be written
     */
    ImportResult importFile(ImportRequest request) throws ImportException, StoreException;

    /** All batches by id. */
    List<Batch> batches() throws StoreException;

    /** Rejected records of a batch that were not corrected, by line, from {@code offset}, at most {@code limit}. */
    List<Problem> rejects(long batch, long offset, int limit) throws StoreException;

    /**
     * Writes the rejected rows of a batch that were not corrected as a file to correct them in: where each one stands and why
     * it was rejected, then its fields as in the source under their headers. An import that
     * {@linkplain Lineage#corrects corrects} the batch reads it.
     *
     * @param target its ending says which {@link TableFormat} it gets; nothing is there yet
     * @return number of rows
     * @throws StoreException if there is no such batch, or the file cannot be written
     */
    long writeRejects(long batch, Path target) throws StoreException;

    /**
     * Removes a batch: its rows, its rejects and, if no other batch has the same bytes, the copy of its file. What it
     * superseded counts again, and what it corrected is rejected again.
     *
     * @throws StoreException if there is no such batch, or another one has corrected rows of it
     */
    void remove(long batch) throws StoreException;

    /**
     * Removes a data set that the workspace defines itself: its definition and its empty table.
     *
     * @throws StoreException if the workspace does not define it, or has batches of it
     */
    void removeDataSet(String dataSet) throws StoreException;

    /**
     * Compares two batches of a data set, superseded ones included.
     *
     * @throws StoreException if one of them is absent or of another data set
     */
    Comparison compare(DataSet dataSet, long earlier, long later) throws StoreException;

    /**
     * Lets queries find these data sets with all their columns, empty if nothing was imported yet, for as long as the
     * store is open. Writes nothing.
     *
     * @throws StoreException if the store holds rows of which a column is of another type
     */
    void prepare(List<DataSet> dataSets) throws StoreException;

    /**
     * Runs one query in a read-only transaction.
     *
     * @param sql one SELECT in DuckDB's dialect, with {@code ?} for parameters
     * @throws StoreException if the query fails; the message has the engine's reason
     */
    <T> T read(String sql, List<?> parameters, ResultReader<T> reader) throws StoreException;

    /**
     * The same store for one task: its queries end with a {@link java.util.concurrent.CancellationException} soon after
     * the task was cancelled.
     */
    default Store during(Progress task) {
        return this;
    }

    /**
     * The source record with that number: its text, line ends inside it included; where the source is no text that people
     * read, the fields of it that are not empty, with their headers.
     */
    Optional<String> sourceRecord(long batch, long line) throws StoreException;

    /**
     * Where a record stands, in words that follow the name of its file, e.g. {@code line 17} or {@code sheet 2022, row 5};
     * for a corrected one also what it corrects.
     */
    String place(long batch, long line) throws StoreException;

    /** Closes the workspace and gives up its lock. */
    @Override
    void close() throws StoreException;

    /** Reads the answer of a query while it is open. */
    @FunctionalInterface
    interface ResultReader<T> {
        T read(ResultSet results) throws SQLException;
    }
}

package org.opbrief.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The data sets that a workspace defines itself, a file each. A definition is committed together with its first rows and
 * becomes a file then; if the process dies in between, at the next opening.
 */
final class Definitions {
    private static final String ENDING = ".yaml";
    private static final String UNFINISHED = ".new";

    private final Workspace workspace;

    Definitions(Workspace workspace) {
        this.workspace = workspace;
    }

    static void createTable(Connection connection) throws SQLException {
        Sql.run(
                connection,
                "CREATE TABLE IF NOT EXISTS _opbrief.definition (data_set VARCHAR NOT NULL, yaml VARCHAR NOT NULL)");
    }

    Path file(String dataSet) {
        return workspace.dataSets().resolve(dataSet + ENDING);
    }

    boolean contain(String dataSet) {
        return Files.exists(file(dataSet));
    }

    /** Part of a transaction; its file lies beside its place, so that there is room for it. */
    void add(Connection connection, String dataSet, String yaml) throws SQLException, IOException {
        workspace.make(workspace.dataSets());
        Files.writeString(beside(dataSet), yaml);
        Sql.run(connection, "INSERT INTO _opbrief.definition VALUES (?, ?)", dataSet, yaml);
    }

    /** Makes files of what was committed, and deletes what belongs to nothing that was. */
    void publish(Connection connection) throws SQLException, IOException {
        for (String[] each : Sql.list(connection, "SELECT data_set, yaml FROM _opbrief.definition", List.of(), row ->
                new String[] {row.getString(1), row.getString(2)})) {
            workspace.make(workspace.dataSets());
            Files.writeString(beside(each[0]), each[1]);
            Files.move(
                    beside(each[0]),
                    file(each[0]),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Sql.run(connection, "DELETE FROM _opbrief.definition");
        deleteUnfinished();
    }

    void deleteUnfinished() throws IOException {
        if (!Files.isDirectory(workspace.dataSets())) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(workspace.dataSets(), "*" + ENDING + UNFINISHED)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(workspace.dataSets())) {
            if (files.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(workspace.dataSets());
    }

    void delete(String dataSet) throws IOException {
        Files.deleteIfExists(file(dataSet));
        deleteUnfinished();
    }

    private Path beside(String dataSet) {
        return workspace.dataSets().resolve(dataSet + ENDING + UNFINISHED);
    }
}

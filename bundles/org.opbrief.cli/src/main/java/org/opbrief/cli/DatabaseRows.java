package org.opbrief.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opbrief.api.data.DatabaseQuery;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import picocli.CommandLine.Model.CommandSpec;

/** Rows of a database as a file, for {@code import --from}. */
final class DatabaseRows {
    static final String FROM = "--from";
    private static final String QUERY = "--query";
    private static final String TABLE = "--table";
    private static final String USER = "--user";
    private static final String PASSWORD_FILE = "--password-file";
    private static final String VARIABLE = "OPBRIEF_DB_PASSWORD";

    private DatabaseRows() {}

    static void describe(CommandSpec spec) {
        spec.addOption(Specs.value(FROM, "URL", "A database instead of files, e.g. jdbc:postgresql://host/db."));
        spec.addOption(Specs.value(QUERY, "SQL", "With " + FROM + ": the SELECT that gives the rows."));
        spec.addOption(Specs.value(TABLE, "NAME", "With " + FROM + ": the table whose rows are wanted, all of them."));
        spec.addOption(Specs.value(USER, "NAME", "With " + FROM + ": the database's user."));
        spec.addOption(Specs.value(
                PASSWORD_FILE,
                "FILE",
                "With " + FROM + ": a file whose first line is the password; else " + VARIABLE
                        + ", else you are asked."));
    }

    /** The query that the options ask for. */
    static DatabaseQuery query(Invocation call) throws CommandException {
        String url = call.<String>option(FROM).orElseThrow();
        if (DatabaseQuery.hasSecret(url)) {
            throw call.misused(FROM + ": leave the password out of the address, where others can read it; use "
                    + PASSWORD_FILE + " or " + VARIABLE + ".");
        }
        return new DatabaseQuery(url, call.option(USER), password(call), sql(call));
    }

    /** Fetches the rows into a folder. */
    static Path fetch(Invocation call, DatabaseQuery query, Path folder) throws CommandException, ImportException {
        Path file = folder.resolve(call.<String>option(TABLE).orElse("query") + ".csv");
        long start = System.nanoTime();
        long rows;
        try (ProgressDisplay progress = new ProgressDisplay(call.console())) {
            rows = call.services().databases().fetch(query, file, progress);
        }
        long seconds = Math.max(1, Math.round((System.nanoTime() - start) / 1e9));
        call.console().line(Words.rows(rows) + " fetched from " + query.url() + " in " + seconds + " s.");
        return file;
    }

    private static String sql(Invocation call) {
        Optional<String> sql = call.option(QUERY);
        Optional<String> table = call.option(TABLE);
        if (sql.isPresent() == table.isPresent()) {
            throw call.misused(FROM + " wants either " + QUERY + " SQL or " + TABLE + " NAME.");
        }
        if (table.isPresent() && !table.get().matches("\\w+(\\.\\w+)*")) {
            throw call.misused(TABLE + " " + table.get() + ": is not a plain name; write a " + QUERY + " instead.");
        }
        return sql.orElseGet(() -> "SELECT * FROM " + table.get());
    }

    private static Optional<char[]> password(Invocation call) throws CommandException {
        Optional<String> file = call.option(PASSWORD_FILE);
        if (file.isPresent()) {
            return Optional.of(firstLine(call.path(file.get())));
        }
        Optional<char[]> variable = Optional.ofNullable(
                        call.surroundings().environment().get(VARIABLE))
                .map(String::toCharArray);
        return variable.isEmpty() && call.has(USER) && call.console().interactive()
                ? call.console()
                        .secret("Password of " + call.<String>option(USER).orElseThrow())
                : variable;
    }

    private static char[] firstLine(Path file) throws CommandException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .orElseThrow(() -> new CommandException(
                            "The file " + file + " is empty: its first line is the database's password."))
                    .toCharArray();
        } catch (IOException e) {
            throw new CommandException("The password cannot be read: " + FileFaults.reason(e) + ".", e);
        } catch (UncheckedIOException e) {
            throw new CommandException("The password cannot be read: " + file + " is not text.", e);
        }
    }
}

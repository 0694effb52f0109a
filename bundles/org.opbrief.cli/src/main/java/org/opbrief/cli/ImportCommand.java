package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.DatabaseQuery;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.Lineage;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mappings.Saved;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code import FILE… --as DATASET}. */
final class ImportCommand implements Command {
    private static final String NONE = "none";
    private static final String DATABASE = "opbrief.duckdb";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "Checks files and imports their rows; each file whole or not at all.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.someArguments("FILE", "Files to import."));
        spec.addOption(Specs.value(
                "--as",
                "DATASET",
                "The data set that the rows are of; see: opbrief data. new:NAME makes one of the file."));
        spec.addOption(Specs.value("--as-of", "DATE", "The day whose state the data describe (default: today)."));
        spec.addOption(Specs.flag("--strict", "Refuse a file if one of its rows breaks a rule."));
        spec.addOption(Specs.flag("--dry-run", "Show the plan and keep nothing."));
        spec.addOption(Specs.value("--plan", "FILE", "With --dry-run: save the plan, which --mapping reads."));
        spec.addOption(Specs.value(
                "--mapping", "FILE", "Which columns of the file are which: a plan, edited where it was wrong."));
        spec.addOption(Specs.value(
                "--supersedes",
                "BATCH",
                "The batch that the file replaces, being a later version of the same data; \"none\" if it replaces none,"
                        + " whatever the rule of the data set says."));
        CorrectedRows.describe(spec);
        spec.addOption(Specs.flag("--yes", "Do not ask; a plan with errors is refused."));
        spec.addOption(Specs.list(
                ",",
                "NAME=VALUE",
                "How to read the file where its own evidence is not enough, e.g. sheet=2022; the plan names what there is.",
                "--read"));
        DatabaseRows.describe(spec);
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, ImportException, StoreException {
        if (!call.has("--as") && !call.has(CorrectedRows.CORRECTS)) {
            throw call.misused("Missing: --as DATASET.");
        }
        if (call.arguments().isEmpty() && !call.has(DatabaseRows.FROM)) {
            throw call.misused("Missing: FILE, or " + DatabaseRows.FROM + " URL.");
        }
        if (call.has("--plan") && (!call.has("--dry-run") || call.arguments().size() > 1)) {
            throw call.misused("--plan saves the plan of one file and needs --dry-run.");
        }
        if (call.has(CorrectedRows.CORRECTS)) {
            return CorrectedRows.run(call);
        }
        LocalDate asOf = asOf(call);
        DataSet dataSet = DataSets.forImport(call, call.<String>option("--as").orElseThrow());
        if (dataSet.isUndefined() && (call.has("--mapping") || call.has("--supersedes"))) {
            throw call.misused("--mapping and --supersedes are for a data set that is there, not for a new one.");
        }
        if (call.has(DatabaseRows.FROM)) {
            return fromDatabase(call, dataSet, asOf);
        }
        List<Path> files = new ArrayList<>();
        for (String given : call.arguments()) {
            Path file = call.path(given);
            if (!Files.exists(file)) {
                throw new CommandException("There is no file " + file + ": check its name and folder.");
            }
            files.add(file);
        }
        if (call.has("--supersedes") && files.size() > 1) {
            throw call.misused("--supersedes says which batch one file replaces; import the files one by one.");
        }
        return run(call, new ImportFiles(call, files, template(call, files.get(0), dataSet, asOf)));
    }

    private static int fromDatabase(Invocation call, DataSet dataSet, LocalDate asOf)
            throws CommandException, ImportException, StoreException {
        if (!call.arguments().isEmpty()) {
            throw call.misused("Name either files or a database, not both.");
        }
        DatabaseQuery query = DatabaseRows.query(call);
        try (Scratch scratch = Scratch.temporary()) {
            Path file = DatabaseRows.fetch(call, query, scratch.folder());
            ImportRequest template =
                    template(call, file, dataSet, asOf).of(lineage(call).ofQuery(query.told()));
            return run(call, new ImportFiles(call, List.of(file), template));
        } catch (IOException e) {
            throw new CommandException("A temporary folder cannot be made: " + FileFaults.reason(e) + ".", e);
        }
    }

    private static int run(Invocation call, ImportFiles imports)
            throws CommandException, ImportException, StoreException {
        if (call.has("--dry-run") && !call.workspaces().exists()) {
            return check(call, imports);
        }
        Path folder = call.workspaces().folder();
        boolean made = !Files.exists(folder);
        boolean begun = !Files.exists(folder.resolve(DATABASE));
        boolean empty = false;
        try (Store store = call.workspaces().open()) {
            try {
                return imports.into(store);
            } finally {
                empty = store.batches().isEmpty();
            }
        } finally {
            if (made && empty) {
                Scratch.delete(folder);
            } else if (begun && empty) {
                // a folder with packs only is what it was
                Scratch.delete(folder.resolve(DATABASE));
                Scratch.delete(folder.resolve(".lock"));
            }
        }
    }

    /** A check leaves nothing behind, so it makes no workspace where none is. */
    private static int check(Invocation call, ImportFiles imports)
            throws CommandException, ImportException, StoreException {
        try (Scratch scratch = Scratch.temporary()) {
            try (Store store = call.services().stores().open(scratch.folder())) {
                return imports.into(store);
            }
        } catch (IOException e) {
            throw new CommandException("A temporary folder cannot be made: " + FileFaults.reason(e) + ".", e);
        }
    }

    /** What is the same for all files. */
    static ImportRequest template(Invocation call, Path file, DataSet dataSet, LocalDate asOf)
            throws CommandException, ImportException {
        Set<Option> options = EnumSet.noneOf(Option.class);
        if (call.has("--strict")) {
            options.add(Option.STRICT);
        }
        if (call.has("--dry-run")) {
            options.add(Option.DRY_RUN);
        }
        if (call.option("--supersedes").filter(NONE::equals).isPresent()) {
            options.add(Option.BESIDE);
        }
        Map<String, String> layout = new LinkedHashMap<>();
        Optional<Mapping> mapping = Optional.empty();
        Optional<String> given = call.option("--mapping");
        if (given.isPresent()) {
            Saved saved = call.services().mappings().read(call.path(given.get()), dataSet);
            layout.putAll(saved.layout());
            mapping = Optional.of(saved.mapping());
        }
        layout.putAll(layout(call));
        return new ImportRequest(file, dataSet, asOf, options, Progress.NONE)
                .read(layout, mapping)
                .of(lineage(call));
    }

    private static Lineage lineage(Invocation call) {
        Optional<String> given = call.option("--supersedes");
        return given.filter(number -> !number.equals(NONE))
                .map(number -> Lineage.NONE.superseding(BatchArgument.number(call, number)))
                .orElse(Lineage.NONE);
    }

    private static Map<String, String> layout(Invocation call) {
        Map<String, String> layout = new LinkedHashMap<>();
        for (String choice : call.all("--read")) {
            int equals = choice.indexOf('=');
            if (equals < 1) {
                throw call.misused("--read " + choice + ": is not like sheet=2022.");
            }
            layout.put(
                    choice.substring(0, equals).strip(),
                    choice.substring(equals + 1).strip());
        }
        return layout;
    }

    private static LocalDate asOf(Invocation call) {
        String given = call.<String>option("--as-of").orElse("");
        try {
            return given.isEmpty() ? LocalDate.now() : LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw call.misused("--as-of " + given + ": is not a date like 2023-05-01.");
        }
    }
}

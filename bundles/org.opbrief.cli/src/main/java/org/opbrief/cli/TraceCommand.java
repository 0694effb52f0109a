package org.opbrief.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.TracedFigure;
import picocli.CommandLine.Model.CommandSpec;

/** {@code trace MANIFEST [FIGURE] [--rows]}. */
final class TraceCommand implements Command {

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String summary() {
        return "Tells where a figure of a briefing comes from, down to the lines of the source files.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "MANIFEST", "The briefing's .manifest.json."));
        spec.addPositional(Specs.argument(1, false, "FIGURE", "Id of a figure; without it, all figures are listed."));
        spec.addOption(Specs.flag("--rows", "List the source rows: file, line, value and content."));
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException, OutputException {
        Path file = call.path(call.argument(0).orElseThrow());
        if (!Files.exists(file)) {
            throw new CommandException("There is no file " + file + ": check its name and folder.");
        }
        Tracing tracing = call.services().tracing();
        Manifest manifest = tracing.read(file);
        Optional<String> id = call.argument(1);
        if (id.isEmpty()) {
            if (call.has("--rows")) {
                throw call.misused("--rows wants a FIGURE.");
            }
            list(call, manifest);
            return Opbrief.DONE;
        }
        TracedFigure figure = figure(manifest, id.get());
        if (!call.has("--rows")) {
            PassportText.print(call, figure);
            if (!call.json()) {
                call.console()
                        .line("Its rows: "
                                + call.suggestion(
                                        "trace " + call.surroundings().pasted(file) + " " + figure.id() + " --rows"));
            }
            return Opbrief.DONE;
        }
        try (Store store = call.workspaces().openHolding(file, manifest)) {
            prepare(store, call.services().catalog().dataSets());
            SourceRows rows = new SourceRows(call, manifest, figure);
            return rows.print(tracing, store);
        }
    }

    /** The figure's query finds the data sets as the report did, those too of which nothing was imported. */
    private static void prepare(Store store, List<DataSet> dataSets) {
        for (DataSet dataSet : dataSets) {
            try {
                store.prepare(List.of(dataSet));
            } catch (StoreException e) {
                // another definition came with a later pack: the rows are there as the report found them
                continue;
            }
        }
    }

    private static TracedFigure figure(Manifest manifest, String id) throws CommandException {
        List<String> ids = manifest.figures().stream().map(TracedFigure::id).toList();
        return manifest.figure(id)
                .orElseThrow(() -> new CommandException(
                        "\"" + manifest.title() + "\" has no figure \"" + id + "\"" + Nearest.hint(id, ids)));
    }

    private static void list(Invocation call, Manifest manifest) throws CommandException {
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartArray();
                for (TracedFigure figure : manifest.figures()) {
                    PassportText.json(json, figure);
                }
                json.writeEndArray();
            });
            return;
        }
        call.console().line(manifest.title() + " (" + manifest.edition() + ")");
        manifest.parameters().forEach(call.console()::line);
        TextTable table = new TextTable("figure", "value", "in words", "what it is").numbers(1);
        for (TracedFigure figure : manifest.figures()) {
            table.add(
                    figure.id(),
                    PassportText.rounded(figure),
                    figure.words(),
                    figure.label() + (figure.estimate() ? " (estimate)" : ""));
        }
        table.print(call.console());
    }
}

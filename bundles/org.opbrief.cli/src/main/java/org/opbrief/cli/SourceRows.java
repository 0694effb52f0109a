package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Store;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.SourceRow;
import org.opbrief.api.output.Tracing.TracedFigure;

/** Lists the source rows of a figure and adds them up again. */
final class SourceRows {
    private final Invocation call;
    private final Manifest manifest;
    private final TracedFigure figure;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    SourceRows(Invocation call, Manifest manifest, TracedFigure figure) {
        this.call = call;
        this.manifest = manifest;
        this.figure = figure;
    }

    /** The reader of the output has enough. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** @return the exit code: 1 if the rows do not give the figure */
    int print(Tracing tracing, Store store) throws OutputException, CommandException {
        try {
            if (call.json()) {
                return json(tracing, store);
            }
            return text(tracing, store);
        } catch (Enough e) {
            return Opbrief.DONE;
        }
    }

    private Tally tally(String id) {
        return tallies.computeIfAbsent(id, key -> new Tally(manifest.figure(key).orElse(figure)));
    }

    private int text(Tracing tracing, Store store) throws OutputException {
        Console console = call.console();
        console.line(figure.label() + " (" + figure.id() + "): " + PassportText.value(figure)
                + (figure.words().isEmpty() ? "" : ", in words \"" + figure.words() + "\""));
        console.line("Workspace: " + store.workspace());
        tracing.rows(store, manifest, figure.id(), row -> {
            if (!tallies.containsKey(row.figure())) {
                console.line("");
                console.line(heading(row.figure()));
            }
            tally(row.figure()).add(row);
            console.line(line(row));
            if (console.closed()) {
                throw new Enough();
            }
        });
        if (figure.inputs().isEmpty()) {
            tally(figure.id());
        }
        boolean agrees = true;
        console.line("");
        for (Map.Entry<String, Tally> tally : tallies.entrySet()) {
            Tally.Verdict verdict = tally.getValue().verdict();
            console.line(tally.getKey() + ": " + verdict.words());
            if (!verdict.agrees()) {
                console.error("opbrief: The rows do not give the figure \"" + tally.getKey()
                        + "\": the data have changed since the briefing was written; write it again.");
                agrees = false;
            }
        }
        if (!figure.inputs().isEmpty()) {
            agrees &= derived(console);
        }
        return agrees ? Opbrief.DONE : Opbrief.FAILED;
    }

    private boolean derived(Console console) {
        Optional<Derivation.Verdict> verdict = Derivation.of(manifest, figure);
        String words = verdict.map(made -> made.words()
                        + (made.agrees() ? ": agrees with the figures above." : ": does NOT follow from them."))
                .orElse(figure.method() + ": " + PassportText.value(figure) + ", which cannot be computed again here.");
        Words.wrapped("", "  ", figure.id() + ": " + words).forEach(console::line);
        boolean agrees = verdict.map(Derivation.Verdict::agrees).orElse(true);
        if (!agrees) {
            console.error("opbrief: The figure \"" + figure.id() + "\" does not follow from "
                    + Words.list(figure.inputs()) + ": the manifest was changed; write the briefing again.");
        }
        return agrees;
    }

    private String heading(String id) {
        return id.equals(figure.id()) ? "file, place, value, content:" : id + ": file, place, value, content:";
    }

    private static String line(SourceRow row) {
        return row.file() + ", " + row.place() + ", " + (row.value().isEmpty() ? "1" : row.value()) + ": "
                + row.content().strip();
    }

    private int json(Tracing tracing, Store store) throws CommandException {
        boolean[] agrees = {true};
        Json.write(call.console(), json -> {
            json.writeStartObject();
            PassportText.fields(json, figure);
            json.writeStringField("workspace", store.workspace().toString());
            json.writeArrayFieldStart("sourceRows");
            try {
                tracing.rows(store, manifest, figure.id(), row -> {
                    tally(row.figure()).add(row);
                    write(json, row);
                });
            } catch (OutputException e) {
                throw new CommandException(e.getMessage(), e);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            json.writeEndArray();
            if (figure.inputs().isEmpty()) {
                tally(figure.id());
            }
            json.writeObjectFieldStart("agreement");
            for (Map.Entry<String, Tally> tally : tallies.entrySet()) {
                boolean same = tally.getValue().verdict().agrees();
                json.writeBooleanField(tally.getKey(), same);
                agrees[0] &= same;
            }
            Optional<Derivation.Verdict> derived = Derivation.of(manifest, figure);
            if (derived.isPresent()) {
                json.writeBooleanField(figure.id(), derived.get().agrees());
                agrees[0] &= derived.get().agrees();
            }
            json.writeEndObject();
            json.writeEndObject();
        });
        return agrees[0] ? Opbrief.DONE : Opbrief.FAILED;
    }

    private void write(JsonGenerator json, SourceRow row) {
        if (call.console().closed()) {
            throw new Enough();
        }
        try {
            json.writeStartObject();
            json.writeStringField("figure", row.figure());
            json.writeStringField("file", row.file());
            json.writeStringField("place", row.place());
            json.writeNumberField("line", row.line());
            json.writeStringField("value", row.value());
            json.writeStringField("content", row.content());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

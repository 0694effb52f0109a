package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Lineage;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;

/** {@code data batches}. */
final class DataBatchesCommand implements Command {
    private static final int SHORT = 12;

    @Override
    public String name() {
        return "batches";
    }

    @Override
    public String summary() {
        return "Lists the imported files.";
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException {
        List<Batch> batches;
        try (Store store = call.workspaces().openExisting()) {
            batches = store.batches();
        }
        if (call.json()) {
            Json.write(call.console(), json -> json(json, batches));
        } else if (batches.isEmpty()) {
            call.console().line("Nothing is imported in " + call.workspaces().folder() + ".");
        } else {
            table(batches).print(call.console());
        }
        return Opbrief.DONE;
    }

    static TextTable table(List<Batch> batches) {
        TextTable table = new TextTable("batch", "file", "data set", "as of", "read", "accepted", "rejected", "SHA-256")
                .numbers(0, 4, 5, 6);
        for (Batch batch : batches) {
            table.add(
                    String.valueOf(batch.id()),
                    file(batch),
                    batch.dataSet(),
                    batch.asOf().toString(),
                    Words.number(batch.rowsRead()),
                    Words.number(batch.rowsAccepted()),
                    Words.number(batch.rowsRejected()),
                    batch.sha256().substring(0, Math.min(SHORT, batch.sha256().length())));
        }
        return table;
    }

    private static String file(Batch batch) {
        Lineage lineage = batch.lineage();
        return batch.file()
                + lineage.query()
                        .map(query -> " (from " + query.lines().findFirst().orElse("") + ")")
                        .orElse("")
                + (lineage.supersedes().isEmpty() ? "" : " (instead of " + Words.list(numbers(lineage)) + ")")
                + (lineage.supersededBy().isPresent()
                        ? " (superseded by " + lineage.supersededBy().getAsLong() + ")"
                        : "")
                + (lineage.corrects().isPresent()
                        ? " (corrects " + lineage.corrects().getAsLong() + ")"
                        : "")
                + (lineage.correctedRows() > 0
                        ? " (" + Words.number(lineage.correctedRows()) + " of its rejected rows corrected)"
                        : "");
    }

    private static List<String> numbers(Lineage lineage) {
        return lineage.supersedes().stream().map(String::valueOf).toList();
    }

    static void json(JsonGenerator json, List<Batch> batches) throws IOException {
        json.writeStartArray();
        for (Batch batch : batches) {
            json.writeStartObject();
            json.writeNumberField("id", batch.id());
            json.writeStringField("file", batch.file());
            json.writeStringField("dataSet", batch.dataSet());
            json.writeStringField("asOf", batch.asOf().toString());
            json.writeStringField("form", batch.form());
            json.writeNumberField("bytes", batch.bytes());
            json.writeNumberField("rowsRead", batch.rowsRead());
            json.writeNumberField("rowsAccepted", batch.rowsAccepted());
            json.writeNumberField("rowsRejected", batch.rowsRejected());
            json.writeStringField("sha256", batch.sha256());
            json.writeStringField("imported", batch.imported().toString());
            if (!batch.lineage().supersedes().isEmpty()) {
                json.writeArrayFieldStart("supersedes");
                for (long before : batch.lineage().supersedes()) {
                    json.writeNumber(before);
                }
                json.writeEndArray();
            }
            if (batch.lineage().corrects().isPresent()) {
                json.writeNumberField("corrects", batch.lineage().corrects().getAsLong());
            }
            if (batch.lineage().correctedRows() > 0) {
                json.writeNumberField("rowsCorrected", batch.lineage().correctedRows());
            }
            if (batch.lineage().supersededBy().isPresent()) {
                json.writeNumberField(
                        "supersededBy", batch.lineage().supersededBy().getAsLong());
            }
            if (batch.lineage().query().isPresent()) {
                json.writeStringField("query", batch.lineage().query().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

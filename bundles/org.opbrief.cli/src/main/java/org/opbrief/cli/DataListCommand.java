package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.report.OwnDataSets;

/** {@code data list}. */
final class DataListCommand implements Command {

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "Lists the data sets and how many rows of them the workspace has.";
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException {
        List<DataSet> dataSets = call.services().catalog().dataSets();
        List<Batch> batches = List.of();
        boolean exists = call.workspaces().exists();
        if (exists) {
            try (Store store = call.workspaces().open()) {
                batches = store.batches();
            }
        }
        print(call, dataSets, call.services().catalog().own(), batches);
        if (!exists && !call.json()) {
            call.console().line(call.workspaces().none());
        }
        return Opbrief.DONE;
    }

    private static void print(Invocation call, List<DataSet> dataSets, OwnDataSets own, List<Batch> batches)
            throws CommandException {
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartArray();
                for (DataSet dataSet : dataSets) {
                    json.writeStartObject();
                    json.writeStringField("id", dataSet.id());
                    json.writeStringField("title", dataSet.title());
                    json.writeNumberField("rows", rows(batches, dataSet));
                    json.writeNumberField("batches", count(batches, dataSet));
                    json.writeBooleanField("own", own.ids().contains(dataSet.id()));
                    json.writeEndObject();
                }
                json.writeEndArray();
            });
            return;
        }
        if (dataSets.isEmpty()) {
            call.console().line("There are no data sets: no pack that brings any is installed.");
            return;
        }
        TextTable table = new TextTable("data set", "rows", "batches", "title").numbers(1, 2);
        for (DataSet dataSet : dataSets) {
            table.add(
                    dataSet.id(),
                    Words.number(rows(batches, dataSet)),
                    Words.number(count(batches, dataSet)),
                    dataSet.title() + (own.ids().contains(dataSet.id()) ? " (this workspace's own)" : ""));
        }
        table.print(call.console());
        for (String problem : own.problems()) {
            Words.wrapped("", "  ", problem).forEach(call.console()::line);
        }
    }

    static long rows(List<Batch> batches, DataSet dataSet) {
        return batches.stream()
                .filter(batch -> batch.dataSet().equals(dataSet.id()))
                .mapToLong(Batch::rowsAccepted)
                .sum();
    }

    private static long count(List<Batch> batches, DataSet dataSet) {
        return batches.stream()
                .filter(batch -> batch.dataSet().equals(dataSet.id()))
                .count();
    }
}

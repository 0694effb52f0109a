package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportInfo;

/** {@code reports}. */
final class ReportsCommand implements Command {

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String summary() {
        return "Lists the reports that can be run, and packs that are not used.";
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
    public int run(Invocation call) throws CommandException {
        List<ReportInfo> reports =
                call.services().catalog().reports().stream().map(Report::info).toList();
        List<InstalledPack> rejected = call.packs().list().stream()
                .map(PackStatus::pack)
                .filter(pack -> pack.rejected().isPresent())
                .toList();
        if (call.json()) {
            Json.write(call.console(), json -> json(json, reports, rejected));
        } else {
            print(call.console(), reports, rejected);
        }
        return Opbrief.DONE;
    }

    private static void print(Console console, List<ReportInfo> reports, List<InstalledPack> rejected) {
        if (reports.isEmpty()) {
            console.line("There are no reports: no pack that brings any is installed.");
        }
        for (ReportInfo report : reports) {
            console.line(report.id() + ": " + report.title());
            if (!report.description().isEmpty()) {
                Words.wrapped("  ", "  ", report.description()).forEach(console::line);
            }
            for (Parameter parameter : report.parameters()) {
                Words.wrapped("  ", "      ", "-p " + parameter.name() + "= " + describe(parameter))
                        .forEach(console::line);
            }
            console.line("  editions: "
                    + String.join(
                            ", ", report.editions().stream().map(Edition::id).toList())
                    + "; languages: " + String.join(", ", report.languages()) + "; data sets: "
                    + String.join(", ", report.dataSets()));
        }
        if (!rejected.isEmpty()) {
            console.line("");
            printRejected(console, rejected);
        }
    }

    static void printRejected(Console console, List<InstalledPack> rejected) {
        console.line("Packs that are not used:");
        rejected.forEach(pack -> console.line("  " + pack.name() + " " + pack.version() + ": "
                + pack.rejected().orElseThrow()));
    }

    private static String describe(Parameter parameter) {
        List<String> words = new ArrayList<>();
        words.add(parameter.label());
        if (parameter.required()) {
            words.add("required");
        }
        parameter.initial().ifPresent(value -> words.add("default \"" + value + "\""));
        if (!parameter.choices().isEmpty()) {
            words.add("one of "
                    + String.join(
                            ", ",
                            parameter.choices().stream()
                                    .map(Parameter.Choice::value)
                                    .toList()));
        }
        String text = String.join("; ", words);
        return parameter.description().isEmpty()
                ? text
                : text + ". " + parameter.description().strip();
    }

    private static void json(JsonGenerator json, List<ReportInfo> reports, List<InstalledPack> rejected)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("reports");
        for (ReportInfo report : reports) {
            json.writeStartObject();
            json.writeStringField("id", report.id());
            json.writeStringField("title", report.title());
            json.writeStringField("description", report.description());
            json.writeArrayFieldStart("parameters");
            for (Parameter parameter : report.parameters()) {
                json.writeStartObject();
                json.writeStringField("name", parameter.name());
                json.writeStringField("label", parameter.label());
                json.writeStringField("type", parameter.type().name().toLowerCase(java.util.Locale.ROOT));
                json.writeBooleanField("required", parameter.required());
                json.writeStringField("default", parameter.initial().orElse(""));
                Json.strings(
                        json,
                        "choices",
                        parameter.choices().stream()
                                .map(Parameter.Choice::value)
                                .toList());
                json.writeEndObject();
            }
            json.writeEndArray();
            Json.strings(
                    json,
                    "editions",
                    report.editions().stream().map(Edition::id).toList());
            Json.strings(json, "languages", report.languages());
            Json.strings(json, "dataSets", report.dataSets());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rejected");
        for (InstalledPack pack : rejected) {
            json.writeStartObject();
            json.writeStringField("pack", pack.name());
            json.writeStringField("version", pack.version());
            json.writeStringField("reason", pack.rejected().orElseThrow());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Signature;

/** {@code packs list}. */
final class PacksListCommand implements Command {

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "Lists the packs of Opbrief and of the workspace, and why some are not used.";
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
        List<PackStatus> packs = call.packs().list();
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartArray();
                for (PackStatus pack : packs) {
                    json(json, pack);
                }
                json.writeEndArray();
            });
        } else {
            print(call, packs);
        }
        return Opbrief.DONE;
    }

    private static void print(Invocation call, List<PackStatus> packs) throws CommandException {
        Console console = call.console();
        TextTable table = new TextTable("pack", "version", "state", "signer", "reports");
        for (PackStatus status : packs) {
            InstalledPack pack = status.pack();
            table.add(
                    pack.name(),
                    pack.version(),
                    state(status),
                    status.file()
                            .map(PackFile::signature)
                            .map(PackWords::signer)
                            .orElse(""),
                    String.join(", ", reports(status)));
        }
        table.print(console);
        List<InstalledPack> rejected = packs.stream()
                .map(PackStatus::pack)
                .filter(pack -> pack.rejected().isPresent())
                .toList();
        if (!rejected.isEmpty()) {
            console.line("");
            ReportsCommand.printRejected(console, rejected);
        }
        printRemarkable(console, packs);
        List<PackStatus> changed =
                packs.stream().filter(pack -> !pack.earlier().isEmpty()).toList();
        if (!changed.isEmpty()) {
            console.line("");
            console.line("Other versions that are kept (\"" + call.suggestionHere("install NAME@VERSION")
                    + "\" brings one back, \"" + call.suggestionHere("packs prune") + "\" deletes them):");
            changed.forEach(status -> console.line("  " + status.pack().name() + " " + Words.list(status.earlier())));
        }
    }

    private static void printRemarkable(Console console, List<PackStatus> packs) {
        List<PackFile> files = packs.stream()
                .flatMap(status -> status.file().stream())
                .filter(file -> PackWords.isRemarkable(file.signature()))
                .toList();
        if (!files.isEmpty()) {
            console.line("");
            console.line("Signatures to look at:");
            files.forEach(file -> Words.wrapped(
                            "  ",
                            "    ",
                            file.name() + " " + file.version() + ": " + PackWords.signed(file.signature()))
                    .forEach(console::line));
        }
    }

    private static String state(PackStatus status) {
        if (status.pack().rejected().isPresent()) {
            return "not used";
        }
        return status.shipped() ? "shipped" : "installed";
    }

    /** Those that it has, or would have if it were used. */
    static List<String> reports(PackStatus status) {
        List<String> present = status.pack().reports();
        return present.isEmpty() ? status.file().map(PackFile::reports).orElse(List.of()) : present;
    }

    private static void json(JsonGenerator json, PackStatus status) throws IOException {
        InstalledPack pack = status.pack();
        Optional<PackFile> file = status.file();
        Signature signature = file.map(PackFile::signature).orElse(Signature.NONE);
        json.writeStartObject();
        json.writeStringField("name", pack.name());
        json.writeStringField("version", pack.version());
        json.writeBooleanField("shipped", status.shipped());
        json.writeBooleanField("used", pack.rejected().isEmpty());
        json.writeStringField("reason", pack.rejected().orElse(""));
        if (file.isPresent()) {
            json.writeStringField("signature", lower(signature.verdict()));
            json.writeStringField("signer", signature.signer());
            json.writeStringField("fingerprint", signature.fingerprint());
            json.writeStringField("verdict", signature.detail());
            Json.strings(json, "remarks", signature.remarks());
            json.writeStringField("code", lower(file.map(PackFile::code).orElse(Code.NONE)));
            json.writeStringField("sha256", file.get().sha256());
        }
        Json.strings(json, "reports", reports(status));
        Json.strings(json, "dataSets", pack.dataSets());
        Json.strings(json, "factorSets", pack.factorSets());
        Json.strings(json, "vocabularies", pack.vocabularies());
        Json.strings(json, "services", file.map(PackFile::services).orElse(List.of()));
        Json.strings(json, "earlier", status.earlier());
        json.writeEndObject();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.opbrief.cli;

import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallPlan.Change;
import org.opbrief.api.pack.InstallPlan.Kind;
import org.opbrief.api.pack.InstallPlan.Need;
import org.opbrief.api.pack.PackFile;

/** Tells a plan in plain words. */
final class PlanText {
    private final Console console;

    PlanText(Console console) {
        this.console = console;
    }

    void print(InstallPlan plan) {
        for (Change change : plan.changes()) {
            paragraph("", "  ", heading(change));
            if (change.kind() != Kind.REMOVE) {
                PackFile pack = change.pack();
                paragraph("  ", "    ", PackWords.signed(pack.signature()));
                paragraph("  ", "    ", brings(pack));
                paragraph("  ", "    ", PackWords.code(pack));
                plan.needs().stream()
                        .filter(need -> need.pack().equals(pack.name()))
                        .forEach(need -> paragraph("  ", "    ", need(need)));
            }
        }
        sentences("This would break:", plan.breaks());
        sentences("To be agreed to:", plan.questions());
    }

    private static String heading(Change change) {
        String pack = change.pack().name() + " " + change.pack().version();
        String before = change.before().orElse("what is there");
        String from = change.source().isEmpty() ? "" : ", from " + change.source();
        return switch (change.kind()) {
            case INSTALL -> "Install " + pack + from;
            case UPDATE ->
                "Update " + change.pack().name() + " from " + before + " to "
                        + change.pack().version() + from;
            case DOWNGRADE ->
                "Go back with " + change.pack().name() + " from " + before + " to the older "
                        + change.pack().version() + from;
            case REMOVE -> "Remove " + pack;
        };
    }

    private static String brings(PackFile pack) {
        List<String> what = new ArrayList<>();
        add(what, "report", pack.reports());
        add(what, "data set", pack.dataSets());
        add(what, "factor set", pack.factorSets());
        add(what, "service", pack.services());
        return what.isEmpty() ? "Brings no reports and no data sets." : "Brings " + String.join("; ", what) + ".";
    }

    private static void add(List<String> what, String kind, List<String> ids) {
        if (!ids.isEmpty()) {
            what.add((ids.size() == 1 ? kind : kind + "s") + " " + Words.list(ids));
        }
    }

    private static String need(Need need) {
        String where = need.source().equals("installed") ? "which is installed" : "from " + need.source();
        return "Needs " + need.what() + ", given by " + need.provider() + ", " + where + ".";
    }

    private void sentences(String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            console.line(heading);
            sentences.forEach(sentence -> paragraph("  ", "    ", sentence));
        }
    }

    private void paragraph(String firstIndent, String indent, String text) {
        Words.wrapped(firstIndent, indent, text).forEach(console::line);
    }
}

package org.opbrief.workbench.packs;

import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallPlan.Change;
import org.opbrief.api.pack.InstallPlan.Kind;
import org.opbrief.api.pack.InstallPlan.Need;
import org.opbrief.api.pack.PackFile;

/** A plan in words. */
final class PlanText {
    private PlanText() {}

    /** How a line is shown. */
    enum Style {
        HEADING,
        PLAIN,
        REFUSAL
    }

    /** One paragraph. */
    record Line(Style style, String text) {}

    /** What refuses the plan comes first, since it is what the reader must act on. */
    static List<Line> of(InstallPlan plan) {
        List<Line> lines = new ArrayList<>();
        sentences(lines, "plan.refused", Style.REFUSAL, plan.refusals());
        if (plan.changes().isEmpty() && plan.refusals().isEmpty()) {
            lines.add(new Line(Style.PLAIN, Messages.get("plan.nothing")));
        }
        for (Change change : plan.changes()) {
            lines.add(new Line(Style.HEADING, heading(change)));
            PackFile pack = change.pack();
            if (change.kind() == Kind.REMOVE) {
                lines.add(new Line(Style.PLAIN, Messages.get("takes", brought(pack))));
                continue;
            }
            lines.add(new Line(Style.PLAIN, PackWords.signed(pack.signature())));
            lines.add(new Line(Style.PLAIN, Messages.get("brings", brought(pack))));
            lines.add(new Line(Style.PLAIN, PackWords.code(pack)));
            plan.needs().stream()
                    .filter(need -> need.pack().equals(pack.name()))
                    .forEach(need -> lines.add(new Line(Style.PLAIN, need(need))));
        }
        sentences(lines, "plan.breaks", Style.PLAIN, plan.breaks());
        sentences(lines, "plan.questions", Style.PLAIN, plan.questions());
        return lines;
    }

    private static String brought(PackFile pack) {
        return PackWords.what(pack.reports(), pack.dataSets(), pack.factorSets(), pack.services());
    }

    private static String heading(Change change) {
        PackFile pack = change.pack();
        String before = change.before().orElse("");
        String text =
                switch (change.kind()) {
                    case INSTALL -> Messages.get("plan.install", pack.name(), pack.version());
                    case UPDATE -> Messages.get("plan.update", pack.name(), before, pack.version());
                    case DOWNGRADE -> Messages.get("plan.downgrade", pack.name(), before, pack.version());
                    case REMOVE -> Messages.get("plan.remove", pack.name(), pack.version());
                };
        return change.source().isEmpty() ? text : text + " " + Messages.get("plan.from", change.source());
    }

    private static String need(Need need) {
        return need.source().equals("installed")
                ? Messages.get("need.installed", need.what(), need.provider())
                : Messages.get("need.from", need.what(), need.provider(), need.source());
    }

    private static void sentences(List<Line> lines, String heading, Style style, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add(new Line(Style.HEADING, Messages.get(heading)));
            sentences.forEach(sentence -> lines.add(new Line(style, sentence)));
        }
    }
}

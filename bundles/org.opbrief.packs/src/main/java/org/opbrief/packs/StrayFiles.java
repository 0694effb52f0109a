package org.opbrief.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opbrief.api.data.Nearest;
import org.opbrief.packs.definition.ReportDefinition;
import org.opbrief.packs.yaml.DefinitionException;

/** Files that look like definitions or texts, but stand where nobody reads them. */
final class StrayFiles {

    private static final List<String> FOLDERS = List.of("datasets", "factors", "reports", "vocabularies");

    private final Collection<String> files;
    private final Collection<ReportDefinition> reports;

    StrayFiles(Collection<String> files, Collection<ReportDefinition> reports) {
        this.files = files;
        this.reports = reports;
    }

    List<DefinitionException> problems() {
        List<DefinitionException> problems = new ArrayList<>();
        for (String file : files) {
            if (file.matches("(?i).*\\.ya?ml") && !isRead(file)) {
                problems.add(new DefinitionException(file, "is read by nothing; " + instead(file)));
            }
        }
        problems.addAll(strayTexts());
        return problems;
    }

    private static boolean isRead(String file) {
        return file.matches("(datasets|factors|vocabularies)/[^/]+\\.yaml|reports/[^/]+/report\\.yaml");
    }

    private static String instead(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?i)\\.ya?ml$", ".yaml");
        String folder = file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
        if (folder.equals("reports")) {
            boolean inFolder = file.matches("reports/[^/]+/[^/]+");
            return "a report's definition is reports/NAME/report.yaml" + (inFolder ? ": rename it" : ": put it there");
        }
        String meant =
                FOLDERS.contains(folder) ? folder : Nearest.to(folder, FOLDERS).orElse("");
        return meant.isEmpty() || meant.equals("reports")
                ? "definitions are datasets/*.yaml, factors/*.yaml, vocabularies/*.yaml and reports/NAME/report.yaml"
                : "rename it to " + meant + "/" + name;
    }

    /** Texts beside a report that can be read, but does not show them. */
    private List<DefinitionException> strayTexts() {
        List<DefinitionException> problems = new ArrayList<>();
        for (ReportDefinition report : reports) {
            Set<String> shown = new HashSet<>();
            String folder = "";
            for (var texts : report.texts().values()) {
                for (ReportDefinition.Text text : texts.values()) {
                    shown.add(text.file());
                    folder = text.file().substring(0, text.file().lastIndexOf('/') + 1);
                }
            }
            for (String file : files) {
                boolean beside = !folder.isEmpty() && file.startsWith(folder) && file.endsWith(".md");
                boolean read = shown.contains(file) || shown.stream().anyMatch(text -> isTranslation(file, text));
                if (beside && !read && !file.matches("(?i).*/README\\.md")) {
                    problems.add(new DefinitionException(
                            file,
                            "is shown by no section; add {text: " + file.substring(folder.length())
                                    + "}, or remove it"));
                }
            }
        }
        return problems;
    }

    private static boolean isTranslation(String file, String text) {
        String stem = text.substring(0, text.length() - ".md".length());
        return file.startsWith(stem + "_") && file.substring(stem.length()).matches("_[a-z]{2,3}\\.md");
    }
}

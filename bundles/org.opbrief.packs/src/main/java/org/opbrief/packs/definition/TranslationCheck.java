package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.packs.yaml.DefinitionException;

/** Checks that a translation says what its original says: all texts, the same figures and parameters, as many headings. */
public final class TranslationCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\\\)\\{\\{\\s*(\\$?[^{}\\s]+)\\s*\\}\\}");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}\\s");

    private final ReportDefinition report;

    public TranslationCheck(ReportDefinition report) {
        this.report = report;
    }

    /** @param files of the pack */
    public List<DefinitionException> problems(Collection<String> files) {
        String own = report.info().languages().get(0);
        Map<String, ReportDefinition.Text> originals =
                new TreeMap<>(report.texts().get(own));
        List<DefinitionException> problems = new ArrayList<>();
        report.texts().forEach((language, texts) -> {
            if (!language.equals(own)) {
                originals.forEach((name, original) -> problems.addAll(compare(original, texts.get(name))));
            }
        });
        problems.addAll(missing(originals.values(), files));
        return problems;
    }

    private static List<DefinitionException> compare(
            ReportDefinition.Text original, ReportDefinition.Text translation) {
        List<DefinitionException> problems = new ArrayList<>();
        Set<String> told = placeholders(original.markdown());
        Set<String> translated = placeholders(translation.markdown());
        for (String name : told) {
            if (!translated.contains(name)) {
                problems.add(new DefinitionException(
                        translation.file(), "{{" + name + "}} is missing, which " + name(original) + " tells"));
            }
        }
        for (String name : translated) {
            if (!told.contains(name)) {
                problems.add(new DefinitionException(
                        translation.file(),
                        line(translation.markdown(), name),
                        "{{" + name + "}} is not in " + name(original) + "; tell it in both or in none"));
            }
        }
        long headings = HEADING.matcher(original.markdown()).results().count();
        long others = HEADING.matcher(translation.markdown()).results().count();
        if (headings != others) {
            problems.add(new DefinitionException(
                    translation.file(),
                    "has " + others + " headings, " + name(original) + " " + headings
                            + "; a translation has the same parts"));
        }
        return problems;
    }

    /** Texts without a translation into a language that others have one into. */
    private static List<DefinitionException> missing(
            Collection<ReportDefinition.Text> originals, Collection<String> files) {
        Map<String, String> languages = new TreeMap<>();
        for (ReportDefinition.Text text : originals) {
            Pattern translation = Pattern.compile(Pattern.quote(stem(text)) + "_([a-z]{2,3})\\.md");
            for (String file : files) {
                Matcher matcher = translation.matcher(file);
                if (matcher.matches()
                        && originals.stream().noneMatch(other -> other.file().equals(file))) {
                    languages.putIfAbsent(matcher.group(1), file.substring(file.lastIndexOf('/') + 1));
                }
            }
        }
        List<DefinitionException> problems = new ArrayList<>();
        languages.forEach((language, because) -> {
            for (ReportDefinition.Text text : originals) {
                String needed = stem(text) + "_" + language + ".md";
                if (!files.contains(needed)) {
                    problems.add(new DefinitionException(
                            needed,
                            "is missing: " + because + " is there, and a language counts only if all texts are"
                                    + " translated; write it, or leave that one out"));
                }
            }
        });
        return problems;
    }

    private static String stem(ReportDefinition.Text text) {
        return text.file().substring(0, text.file().length() - ".md".length());
    }

    private static String name(ReportDefinition.Text text) {
        return text.file().substring(text.file().lastIndexOf('/') + 1);
    }

    private static Set<String> placeholders(String markdown) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(markdown).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static int line(String markdown, String name) {
        Matcher matcher = PLACEHOLDER.matcher(markdown);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return 1
                        + (int) markdown.substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
            }
        }
        return 0;
    }
}

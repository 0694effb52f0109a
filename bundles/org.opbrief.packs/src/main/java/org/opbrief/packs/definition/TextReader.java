package org.opbrief.packs.definition;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.packs.definition.ReportDefinition.Content;
import org.opbrief.packs.definition.ReportDefinition.SectionDefinition;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Faults;
import org.opbrief.packs.yaml.Value;
import org.opbrief.packs.yaml.YamlFile;

/** Reads a report's texts and their translations: {@code text.md}, and {@code text_es.md} beside it. */
final class TextReader {

    private static final Pattern TRANSLATION = Pattern.compile("(.+)_([a-z]{2,3})\\.md");

    private final PackFiles pack;
    private final String folder;
    private final TextCheck check;
    private final Faults faults;

    TextReader(PackFiles pack, String folder, Presence presence, Faults faults) {
        this.pack = pack;
        this.folder = folder;
        this.check = new TextCheck(presence);
        this.faults = faults;
    }

    /**
     * Texts by language and name, the report's own language first. A language counts if all texts are there in it.
     *
     * @param report for a text that is missing
     */
    Map<String, Map<String, ReportDefinition.Text>> read(
            Collection<SectionDefinition> sections, String language, Value report)
            throws DefinitionException, IOException {
        Set<String> names = new LinkedHashSet<>();
        for (SectionDefinition section : sections) {
            if (section.content() instanceof Content.Text text) {
                names.add(text.file());
            }
        }
        for (String name : names) {
            if (!pack.files().contains(folder + name)) {
                throw report.error("the text '" + name + "' is not beside the report");
            }
        }
        Map<String, Map<String, ReportDefinition.Text>> texts = new LinkedHashMap<>();
        texts.put(language, texts(sections, ""));
        for (String other : translations(names)) {
            texts.putIfAbsent(other, texts(sections, "_" + other));
        }
        return texts;
    }

    private Set<String> translations(Set<String> names) {
        Set<String> languages = new TreeSet<>();
        Collection<String> files = pack.files();
        for (String name : names) {
            for (String file : files) {
                Matcher matcher = TRANSLATION.matcher(file);
                if (matcher.matches() && (matcher.group(1) + ".md").equals(folder + name)) {
                    languages.add(matcher.group(2));
                }
            }
        }
        languages.removeIf(language ->
                names.stream().anyMatch(name -> !files.contains(folder + translated(name, "_" + language))));
        return languages;
    }

    private Map<String, ReportDefinition.Text> texts(Collection<SectionDefinition> sections, String suffix)
            throws DefinitionException, IOException {
        Map<String, ReportDefinition.Text> texts = new LinkedHashMap<>();
        for (SectionDefinition section : sections) {
            if (section.content() instanceof Content.Text text) {
                String file = folder + translated(text.file(), suffix);
                if (!texts.containsKey(text.file())) {
                    texts.put(text.file(), new ReportDefinition.Text(file, YamlFile.decode(file, pack.read(file))));
                }
                try {
                    check.check(file, texts.get(text.file()).markdown(), section.when());
                } catch (DefinitionException e) {
                    faults.found(e);
                }
            }
        }
        return texts;
    }

    private static String translated(String name, String suffix) {
        return name.substring(0, name.length() - ".md".length()) + suffix + ".md";
    }
}

package org.opbrief.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.OutputFormat;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Writes all files of a briefing, or none, with the formats that are installed at the moment. */
@Component
public final class OutputFiles implements Outputs {
    private static final String NAME = "[a-z0-9][a-z0-9-]*";

    private final List<OutputFormat> formats = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFormat(OutputFormat format) {
        formats.add(format);
    }

    void removeFormat(OutputFormat format) {
        formats.remove(format);
    }

    @Override
    public List<String> formats() {
        return List.copyOf(installed().keySet());
    }

    @Override
    public List<Path> write(Briefing briefing, Report report, List<String> wanted, Path folder) throws OutputException {
        if (!briefing.name().matches(NAME)) {
            throw new OutputException("\"" + briefing.name() + "\" cannot name files;"
                    + " a briefing's name has lower case letters, digits and hyphens.");
        }
        List<OutputFormat> chosen = choose(wanted);
        try (Staging staging = Staging.in(folder)) {
            List<ManifestWriter.WrittenFile> files = new ArrayList<>();
            for (OutputFormat format : chosen) {
                Path file = staging.file(briefing.name() + "." + format.format());
                format.write(briefing, report.layout(format.format()), file);
                files.add(ManifestWriter.WrittenFile.of(format.format(), file));
            }
            Path manifest = staging.file(briefing.name() + ".manifest.json");
            new ManifestWriter(briefing, report.info().title(), files).write(manifest);
            return staging.publish();
        } catch (IOException e) {
            throw Faults.writing(folder, e);
        } catch (OutputException e) {
            throw Faults.clearer(folder, e);
        }
    }

    private List<OutputFormat> choose(List<String> wanted) throws OutputException {
        Map<String, OutputFormat> installed = installed();
        String choice = installed.isEmpty()
                ? "no output format is installed."
                : "installed are " + String.join(", ", installed.keySet()) + ".";
        if (wanted.isEmpty()) {
            throw new OutputException("No output format was asked for; " + choice);
        }
        List<OutputFormat> chosen = new ArrayList<>();
        for (String name : wanted.stream().distinct().toList()) {
            OutputFormat format = installed.get(name);
            if (format == null) {
                throw new OutputException("There is no output format \"" + name + "\"; " + choice);
            }
            chosen.add(format);
        }
        return chosen;
    }

    private Map<String, OutputFormat> installed() {
        Map<String, OutputFormat> installed = new TreeMap<>();
        formats.forEach(format -> installed.putIfAbsent(format.format(), format));
        return installed;
    }
}

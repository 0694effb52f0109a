package org.opbrief.output.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.JasperPrint;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.pack.PackCheck;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.api.pack.ReportOutline;
import org.opbrief.api.pack.ReportOutlines;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines the layouts that a pack brings for its reports. */
@Component
public final class LayoutCheck implements PackCheck {

    private final ReportOutlines outlines;
    private final JasperThread jasper = new JasperThread();

    @Activate
    public LayoutCheck(@Reference ReportOutlines outlines) {
        this.outlines = outlines;
    }

    @Override
    public List<PackProblem> check(PackFiles pack, Collection<? extends PackFiles> others) {
        List<String> layouts = pack.files().stream()
                .filter(file -> file.matches("reports/[^/]+/layout\\.(jrxml|jasper)"))
                .toList();
        if (layouts.isEmpty()) {
            return List.of();
        }
        List<ReportOutline> reports = outlines.of(pack, others);
        List<PackProblem> problems = new ArrayList<>();
        for (String file : layouts) {
            Optional<LayoutOffer> offer = reports.stream()
                    .filter(report -> file.startsWith(report.folder()))
                    .findFirst()
                    .map(LayoutOffer::new);
            problems.addAll(check(pack, file, offer));
        }
        problems.sort(Comparator.comparing(PackProblem::file).thenComparing(PackProblem::line));
        return problems;
    }

    private List<PackProblem> check(PackFiles pack, String file, Optional<LayoutOffer> offer) {
        String path = "OPBRIEF-INF/" + file;
        if (file.endsWith(".jasper")) {
            return List.of(
                    new PackProblem(
                            path,
                            0,
                            "is compiled, so that nobody can read what it does; put the layout.jrxml that it was made from in its place"));
        }
        List<LayoutCompiler.Fault> faults = new ArrayList<>();
        try {
            byte[] xml = pack.read(file);
            LayoutSource source = LayoutSource.read(xml);
            faults.addAll(names(source, offer));
            faults.addAll(fonts(source));
            faults.addAll(jasper.call(
                    JasperPrint.class.getClassLoader(), () -> new LayoutCompiler(xml, source, offer).faults()));
        } catch (LayoutSource.Refused e) {
            faults.add(new LayoutCompiler.Fault(e.line(), e.getMessage()));
        } catch (IOException e) {
            faults.add(new LayoutCompiler.Fault(0, "cannot be read: " + e.getMessage()));
        }
        return faults.stream()
                .map(fault -> new PackProblem(path, fault.line(), fault.text()))
                .distinct()
                .toList();
    }

    private static List<LayoutCompiler.Fault> names(LayoutSource source, Optional<LayoutOffer> offer) {
        List<LayoutCompiler.Fault> faults = new ArrayList<>();
        if (offer.isEmpty()) {
            return faults; // the report has faults of its own
        }
        for (LayoutSource.Declared parameter : source.parameters()) {
            if (parameter.dataset().isEmpty()) {
                offer.get()
                        .parameter(parameter)
                        .ifPresent(text -> faults.add(new LayoutCompiler.Fault(parameter.line(), text)));
            }
        }
        for (LayoutSource.Declared field : source.fields()) {
            Optional<String> table = source.tableOf(field.dataset());
            if (field.dataset().isEmpty() || table.isPresent()) {
                offer.get()
                        .field(field, table)
                        .ifPresent(text -> faults.add(new LayoutCompiler.Fault(field.line(), text)));
            }
        }
        return faults;
    }

    private static List<LayoutCompiler.Fault> fonts(LayoutSource source) {
        return source.fonts().stream()
                .filter(font -> !Fonts.NAMES.contains(font.name()))
                .map(font -> new LayoutCompiler.Fault(
                        font.line(),
                        "the font '" + font.name() + "' is not there, and fonts must be embedded"
                                + Nearest.hint(font.name(), Fonts.NAMES)))
                .toList();
    }
}

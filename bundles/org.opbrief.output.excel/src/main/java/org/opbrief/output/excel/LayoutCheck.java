package org.opbrief.output.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.pack.PackCheck;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.api.pack.ReportOutline;
import org.opbrief.api.pack.ReportOutlines;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines the workbooks that a pack brings as layouts: they open, have cells to fill, run nothing and lead nowhere else. */
@Component
public final class LayoutCheck implements PackCheck {

    private static final List<String> OWN = List.of("title", "subtitle", "edition", "as_of");

    private final ReportOutlines outlines;

    @Activate
    public LayoutCheck(@Reference ReportOutlines outlines) {
        this.outlines = outlines;
    }

    @Override
    public List<PackProblem> check(PackFiles pack, Collection<? extends PackFiles> others) {
        List<PackProblem> problems = new ArrayList<>();
        for (String file : pack.files()) {
            if (file.matches("reports/[^/]+/layout\\.xlsx")) {
                Optional<ReportOutline> report = outlines.of(pack, others).stream()
                        .filter(each -> file.startsWith(each.folder()))
                        .findFirst();
                for (String text : problems(pack, file, report)) {
                    problems.add(new PackProblem("OPBRIEF-INF/" + file, 0, text));
                }
            } else if (file.matches("reports/[^/]+/layout\\.(xls[^x]?|xltx|ods)")) {
                problems.add(new PackProblem("OPBRIEF-INF/" + file, 0, "is read by nothing; save it as layout.xlsx"));
            }
        }
        return problems;
    }

    private static List<String> problems(PackFiles pack, String file, Optional<ReportOutline> report) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // XmlBeans finds its schemas through the thread's class loader
        Thread.currentThread().setContextClassLoader(XSSFWorkbook.class.getClassLoader());
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(pack.read(file)));
                XSSFWorkbook workbook = new XSSFWorkbook(opened)) {
            List<String> problems = new ArrayList<>();
            problems.addAll(active(opened));
            problems.addAll(links(opened));
            report.ifPresent(outline -> problems.addAll(names(workbook, outline)));
            return problems;
        } catch (IOException
                | InvalidFormatException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException e) {
            return List.of("is no Excel workbook; save it as .xlsx");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Macros and controls, whatever the file is named. */
    private static Set<String> active(OPCPackage opened) throws InvalidFormatException {
        Set<String> problems = new TreeSet<>();
        for (PackagePart part : opened.getParts()) {
            String type = part.getContentType().toLowerCase(Locale.ROOT);
            if (type.contains("macroenabled") || type.contains("vbaproject")) {
                problems.add("has macros, which nobody wants to open; save it as .xlsx without them");
            } else if (type.contains("activex") || type.contains("oleobject") || type.contains(".package")) {
                problems.add("has an embedded object or control (" + part.getPartName() + "); take it out");
            }
        }
        return problems;
    }

    /** Other workbooks, data connections, pictures elsewhere. Links that a reader clicks are no harm. */
    private static Set<String> links(OPCPackage opened) throws InvalidFormatException {
        Set<String> problems = new TreeSet<>();
        for (PackagePart part : opened.getParts()) {
            if (part.getContentType().endsWith("externalLink+xml")) {
                problems.add("reads another workbook; break the link in Excel (Data, Edit Links)");
            } else if (part.getContentType().endsWith("connections+xml")) {
                problems.add(
                        "reads data from elsewhere; remove its connections in Excel (Data, Queries & Connections)");
            } else if (!part.isRelationshipPart()) {
                for (PackageRelationship relationship : part.getRelationships()) {
                    boolean outside = relationship.getTargetMode() == TargetMode.EXTERNAL
                            && !relationship.getRelationshipType().endsWith("/hyperlink")
                            && !relationship.getRelationshipType().endsWith("/externalLinkPath");
                    if (outside) {
                        problems.add(
                                "takes something from " + relationship.getTargetURI() + "; put it into the workbook");
                    }
                }
            }
        }
        return problems;
    }

    private static List<String> names(XSSFWorkbook workbook, ReportOutline report) {
        List<String> known = new ArrayList<>(report.figures());
        known.addAll(OWN);
        List<String> problems = new ArrayList<>();
        boolean fills = false;
        for (XSSFName name : workbook.getAllNames()) {
            if (known.contains(name.getNameName())) {
                fills = true;
                if (!OwnLayout.isCell(name)) {
                    problems.add("the name '" + name.getNameName() + "' is not that of a single cell: "
                            + name.getRefersToFormula());
                }
            }
        }
        if (!fills) {
            String first = workbook.getAllNames().stream()
                    .map(XSSFName::getNameName)
                    .filter(name -> Nearest.to(name, known).isPresent())
                    .findFirst()
                    .map(name -> "; '" + name + "' is not known" + Nearest.hint(name, known))
                    .orElse("; name cells after figures (" + Nearest.list(report.figures()) + ") or "
                            + String.join(", ", OWN));
            problems.add("has no named cell to fill" + first);
        }
        return problems;
    }
}

package org.opbrief.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.SampleData;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.pack.PackAuthoring;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.Figure;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Packs from {@code new} to a briefing, with all that checks them in place. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
public class AuthoringTest {

    private static final String BORDER = """
            FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of Event,Sum Qty (lbs)
            2025,OCT,Office of Field Operations,Southwest Border,Land Only,EL PASO FIELD OFFICE,Fentanyl,3,1200.25
            2025,APR,Office of Field Operations,Coastal/Interior,Other,ATLANTA FIELD OFFICE,Heroin,2,0.5
            """;

    private static final String AIR_AND_MARINE = """
            FY,Month (abbv),Component,Region,Land Filter,Branch,Drug Type,Count of Event,Sum Qty (lbs)
            2025,OCT,Air and Marine Operations,Southwest Border,Land Only,Tucson Air Branch,Fentanyl,2,31.5
            2025,NOV,Air and Marine Operations,Coastal/Interior,Other,Miami Marine Branch,Cocaine,1,420.75
            2025,DEC,Air and Marine Operations,Coastal/Interior,Other,Miami Marine Branch,Marijuana,1,0.0
            """;

    @TempDir
    Path folder;

    @InjectBundleContext
    BundleContext context;

    @InjectService
    Stores stores;

    @InjectService
    SampleData sample;

    @InjectService
    ReportCatalog catalog;

    @InjectService
    Outputs outputs;

    @InjectService
    PackAuthoring authoring;

    @Test
    void aReportOverEachDataSetIsCheckedPackedAndRunAsItIsMade() throws Exception {
        List<DataSet> dataSets = catalog.dataSets();
        assertEquals(
                List.of("amo-seizure", "arrest", "border-seizure", "currency", "firearm", "investigation", "seizure"),
                dataSets.stream().map(DataSet::id).toList());
        try (Store store = stores.open(folder.resolve("workspace"))) {
            Map<String, Long> rows = importAll(store);
            for (DataSet dataSet : dataSets) {
                Briefing briefing = run(store, "over-" + dataSet.id(), dataSet.id());
                assertEquals(
                        BigDecimal.valueOf(rows.get(dataSet.id())),
                        briefing.figure("records").map(Figure::value).orElseThrow(),
                        dataSet.id());
            }
        }
    }

    private Map<String, Long> importAll(Store store) throws Exception {
        Map<String, Long> rows = new TreeMap<>();
        for (SampleData.SampleFile file : sample.write(folder.resolve("sample"), 1)) {
            rows.put(file.dataSet(), importFile(store, file.file(), file.dataSet(), file.asOf()));
        }
        Path border = Files.writeString(folder.resolve("border.csv"), BORDER);
        rows.put("border-seizure", importFile(store, border, "border-seizure", LocalDate.of(2025, 5, 1)));
        Path airAndMarine = Files.writeString(folder.resolve("air-and-marine.csv"), AIR_AND_MARINE);
        rows.put("amo-seizure", importFile(store, airAndMarine, "amo-seizure", LocalDate.of(2025, 5, 1)));
        return rows;
    }

    private long importFile(Store store, Path file, String dataSet, LocalDate asOf) throws Exception {
        return store.importFile(
                        new ImportRequest(file, catalog.dataSet(dataSet).orElseThrow(), asOf, Set.of(), Progress.NONE))
                .batch()
                .rowsAccepted();
    }

    private Briefing run(Store store, String id, String dataSet) throws Exception {
        Path pack = folder.resolve(id);
        Path jar = folder.resolve(id + ".jar");
        authoring.createReport(pack, Optional.of(dataSet));
        assertEquals(List.of(), authoring.check(pack));
        authoring.write(pack, jar, Optional.empty());
        Bundle bundle = context.installBundle(jar.toUri().toString());
        bundle.start();
        try {
            Briefing briefing = catalog.build(store, new RunRequest(id, Map.of(), Optional.empty(), Locale.ENGLISH));
            List<Path> files = outputs.write(
                    briefing, catalog.report(id).orElseThrow(), List.of("pdf", "xlsx"), folder.resolve("out"));
            assertEquals(3, files.size(), files.toString());
            return briefing;
        } finally {
            bundle.uninstall();
        }
    }

    /** The parts that check are all there: definitions, SQL, layouts for PDF and Excel. */
    @Test
    void eachPartChecksWhatIsItsOwn() throws Exception {
        Path pack = folder.resolve("wrong");
        authoring.createReport(pack, Optional.of("seizure"));
        Path report = pack.resolve("OPBRIEF-INF/reports/wrong");
        Files.writeString(report.resolve("report.yaml"), """
                id: wrong
                title: Wrong
                needs: seizure
                queries:
                  middle:
                    sql: select median(mass_kg) as mass from seizure
                sections:
                  - text: text.md
                  - table: middle
                """);
        Files.writeString(report.resolve("text.md"), "Nothing.\n");
        Files.writeString(report.resolve("layout.jrxml"), """
                <jasperReport name="wrong" language="java" pageWidth="612" pageHeight="792" columnWidth="572">
                	<title height="20">
                		<element kind="textField" x="0" y="0" width="100" height="20">
                			<expression><![CDATA[System.getenv("HOME")]]></expression>
                		</element>
                	</title>
                </jasperReport>
                """);
        Files.writeString(report.resolve("layout.xlsx"), "no workbook");
        assertEquals(
                List.of(
                        "layout.jrxml, line 4: the expression System.getenv(\"HOME\") uses java.lang.System, which layouts may"
                                + " not: they see texts, numbers, dates and their formats",
                        "layout.xlsx: is no Excel workbook; save it as .xlsx",
                        "report.yaml, line 6: Query middle: its SQL uses median (line 1), which not every engine has: number"
                                + " the rows with row_number() over (order by \u2026) in a subquery and take the one that is"
                                + " wanted"),
                authoring.check(pack).stream()
                        .map(PackProblem::toString)
                        .map(text -> text.replace("OPBRIEF-INF/reports/wrong/", ""))
                        .toList());
    }
}

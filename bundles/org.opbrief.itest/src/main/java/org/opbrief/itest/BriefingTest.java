package org.opbrief.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.SampleData;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.Figure;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

@ExtendWith(ServiceExtension.class)
public class BriefingTest {

    @TempDir
    Path folder;

    @InjectService
    Stores stores;

    @InjectService
    SampleData sample;

    @InjectService
    ReportCatalog catalog;

    @InjectService
    Outputs outputs;

    @Test
    void theSameReportTwiceGivesTheSameFiguresAndFiles() throws Exception {
        try (Store store = stores.open(folder.resolve("workspace"))) {
            for (SampleData.SampleFile file : sample.write(folder.resolve("sample"), 1)) {
                ImportResult result = store.importFile(new ImportRequest(
                        file.file(),
                        catalog.dataSet(file.dataSet()).orElseThrow(),
                        file.asOf(),
                        Set.of(),
                        Progress.NONE));
                assertEquals(file.rows(), result.batch().rowsAccepted(), file.dataSet());
            }
            RunRequest nation = new RunRequest("operation", Map.of(), Optional.empty(), Locale.ENGLISH);
            Briefing first = catalog.build(store, nation);
            Briefing second = catalog.build(store, nation);
            assertEquals(first.figures(), second.figures());
            assertEquals(
                    new BigDecimal(1436),
                    first.figure("investigations").map(Figure::value).orElseThrow());
            assertEquals(
                    "nearly 193 million",
                    first.figure("doses").map(Figure::words).orElseThrow());

            List<String> formats = List.of("pdf", "xlsx");
            List<Path> files =
                    outputs.write(first, catalog.report("operation").orElseThrow(), formats, folder.resolve("a"));
            outputs.write(second, catalog.report("operation").orElseThrow(), formats, folder.resolve("b"));
            for (Path file : files) {
                assertEquals(
                        -1, Files.mismatch(file, folder.resolve("b").resolve(file.getFileName())), file.toString());
                assertTrue(Files.size(file) > 1_000, file.toString());
            }
        }
    }
}

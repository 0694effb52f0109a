package org.opbrief.itest.code;

import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.Section;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What a pack in Java has in it: tests put these classes into one. */
public final class CountingPack implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(Report.class, new CountingReport(), null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the service back
    }

    /** A report without figures. */
    static final class CountingReport implements Report {

        @Override
        public ReportInfo info() {
            return new ReportInfo(
                    "counting",
                    "Counting in Java",
                    "",
                    List.of(),
                    List.of(new Edition("internal", "Internal", Marking.NONE)),
                    List.of("visit"),
                    List.of("en"));
        }

        @Override
        public Briefing build(ReportContext context) throws ReportException {
            return new Briefing(
                    "counting",
                    "counting",
                    "Counting in Java",
                    "",
                    context.edition(),
                    LocalDate.of(2023, 5, 1),
                    Locale.ENGLISH,
                    Map.of(),
                    List.of(),
                    List.of(new Section.Text(
                            "", context.prose().text("text", "Made in Java.", Map.of(), Map.of(), Locale.ENGLISH))),
                    List.of(),
                    List.of());
        }

        @Override
        public Optional<URL> layout(String format) {
            return Optional.empty();
        }
    }
}

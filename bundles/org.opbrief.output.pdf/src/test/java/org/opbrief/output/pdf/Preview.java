package org.opbrief.output.pdf;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.report.Briefing;

/** Writes the sample briefings into a folder, for eyes, and says what processor time each took. */
public final class Preview {
    private Preview() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Briefing> all = new LinkedHashMap<>();
        all.put("national", Samples.national());
        all.put("omaha", Samples.omaha());
        all.put("spanish", Samples.spanish());
        all.put(
                "charts",
                Samples.of(
                        Samples.chart(
                                "Negative",
                                org.opbrief.api.report.Section.Kind.BAR,
                                ChartTest.changes(5),
                                "division",
                                java.util.List.of("change"),
                                Optional.empty()),
                        Samples.chart(
                                "Many",
                                org.opbrief.api.report.Section.Kind.BAR,
                                ChartTest.changes(200),
                                "division",
                                java.util.List.of("change"),
                                Optional.empty()),
                        Samples.chart(
                                "Days",
                                org.opbrief.api.report.Section.Kind.LINE,
                                ChartTest.days(400),
                                "day",
                                java.util.List.of("a", "b"),
                                Optional.empty()),
                        Samples.chart(
                                "One",
                                org.opbrief.api.report.Section.Kind.LINE,
                                ChartTest.days(1),
                                "day",
                                java.util.List.of("a"),
                                Optional.empty())));
        all.put("wide", Samples.of(Samples.table("wide", "Wide", Samples.wide(60, 70), "")));
        PdfFormat format = new PdfFormat();
        for (Map.Entry<String, Briefing> one : all.entrySet()) {
            long before = cpu();
            Path file = Path.of(arguments[0], one.getKey() + ".pdf");
            Files.deleteIfExists(file);
            format.write(one.getValue(), Optional.empty(), file);
            System.out.println(one.getKey() + ": " + (cpu() - before) / 1_000_000 + " ms");
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}

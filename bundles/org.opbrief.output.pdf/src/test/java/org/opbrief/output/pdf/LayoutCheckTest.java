package org.opbrief.output.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.api.pack.ReportOutline;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.ReportInfo;

/** A layout as Jaspersoft Studio 7 saves it, and what can be wrong with one. */
class LayoutCheckTest {

    private static final ReportOutline REPORT = new ReportOutline(
            new ReportInfo(
                    "operation",
                    "Operation",
                    "",
                    List.of(new Parameter(
                            "division", "Field division", "", ColumnType.TEXT, false, Optional.empty(), List.of())),
                    List.of(),
                    List.of(),
                    List.of("en")),
            "reports/operation/",
            List.of("pills", "arrests"),
            List.of(new ReportOutline.Table("by_drug", List.of("drug", "form", "seizures", "mass"))));

    private static List<String> problems(String file, String content) {
        PackFiles pack = new OneFile("reports/operation/" + file, content);
        return new LayoutCheck((each, others) -> List.of(REPORT))
                .check(pack, List.of()).stream()
                        .map(PackProblem::toString)
                        .map(text -> text.replace("OPBRIEF-INF/reports/operation/", ""))
                        .toList();
    }

    static String studio() {
        try (InputStream in = LayoutCheckTest.class.getResourceAsStream("studio.jrxml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLayoutAsTheStudioSavesItIsAccepted() {
        assertEquals(List.of(), problems("layout.jrxml", studio()));
        String another = studio().replace(
                        "<parameter name=\"pills\"",
                        "<parameter name=\"parameter_field_division\" class=\"java.lang.String\"/>\n"
                                + "<parameter name=\"pills\"");
        assertEquals(List.of(), problems("layout.jrxml", another));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name="pills"|name="pils"|31|the parameter 'pils' is nothing that the report has. Did you mean "pills"?
            name="arrests_value" class="java.math.BigDecimal"|name="arrests_value" class="java.lang.Integer"|32|the parameter 'arrests_value' is a java.math.BigDecimal, not a java.lang.Integer; change its class
            name="seizures" class="java.lang.Integer"|name="seizure" class="java.lang.Integer"|41|the field 'seizure' is no column of the table by_drug. Did you mean "seizures"?
            name="mass" class="java.math.BigDecimal"|name="mas" class="java.math.BigDecimal"|28|the field 'mas' is no column of the table by_drug. Did you mean "mass"?
            name="seizures" class="java.lang.Integer"|name="seizures" class="java.lang.Short"|41|the field 'seizures' cannot be a java.lang.Short; columns come as java.lang.String, java.math.BigDecimal, java.lang.Long, java.lang.Integer, java.lang.Double, java.lang.Boolean, java.time.LocalDate or java.util.Date
            fontSize="18.0"|fontName="DejaVu Sanz" fontSize="18.0"|47|the font 'DejaVu Sanz' is not there, and fonts must be embedded. Did you mean "DejaVu Sans"?
            """)
    void namesAreTheReports(String right, String wrong, int line, String problem) {
        String changed = studio().replace(right, wrong);
        assertEquals(
                "layout.jrxml, line " + line + ": " + problem,
                problems("layout.jrxml", changed).get(0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            new java.util.Scanner(new java.io.File("/etc/passwd")).next()|53|the expression new java.util.Scanner(new java.io.File("/etc/passwd")).next() uses java.io.File and java.util.Scanner, which layouts may not: they see texts, numbers, dates and their formats
            $P{pills}.getClass().getClassLoader().getParent()|53|the expression $P{pills}.getClass().getClassLoader().getParent() uses java.lang.Class and java.lang.ClassLoader, which layouts may not: they see texts, numbers, dates and their formats
            $P{pills}.shout()|53|the expression $P{pills}.shout() is no Java: The method shout() is undefined for the type String
            1 +|53|the expression 1 + is no Java: Syntax error on token "+", ++ expected
            $P{arrests}|53|the parameter 'arrests' is not declared; declare it: <parameter name="arrests" class="java.lang.String"/>
            $P{pils}|53|the parameter 'pils' is not declared. Did you mean "pills"?
            $F{form}|53|the field 'form' is not declared; declare it
            """)
    void expressionsAreHarmlessJava(String expression, int line, String problem) {
        String changed = studio().replace(
                        "$P{office} + \": \" + $P{pills} + \" pills and \" + $P{arrests_value} + \" arrests.\"",
                        expression);
        assertEquals(List.of("layout.jrxml, line " + line + ": " + problem), problems("layout.jrxml", changed));
    }

    @Test
    void anExpressionOfATableIsExaminedToo() {
        String changed = studio().replace("<![CDATA[$F{mass}]]>", "<![CDATA[System.getenv(\"HOME\") + $F{mass}]]>");
        assertEquals(
                List.of(
                        "layout.jrxml, line 103: the expression System.getenv(\"HOME\") + $F{mass} uses java.lang.System, which"
                                + " layouts may not: they see texts, numbers, dates and their formats"),
                problems("layout.jrxml", changed));
    }

    @Test
    void whatAnExpressionHidesInAClassOrImportIsFound() {
        String hidden = "new Object() { public String toString() { return System.getenv(\"HOME\"); } }.toString()";
        String changed = studio().replace("<expression><![CDATA[$P{title}]]>", "<expression><![CDATA[" + hidden + "]]>")
                .replace(
                        "<property name=\"com.jaspersoft.studio.unit.\" value=\"pixel\"/>",
                        "<import>java.io.*</import>")
                .replace(
                        "<band height=\"20\" splitType=\"Stretch\">",
                        "<band height=\"20\" splitType=\"Stretch\">"
                                + "<printWhenExpression><![CDATA[new File(\"/etc/passwd\").exists()]]></printWhenExpression>");
        assertEquals(
                List.of(
                        "layout.jrxml, line 48: the expression " + hidden.substring(0, 80)
                                + "\u2026 uses java.lang.System, which layouts may not: they see texts, numbers, dates and"
                                + " their formats",
                        "layout.jrxml, line 65: the expression new File(\"/etc/passwd\").exists() uses java.io.File, which"
                                + " layouts may not: they see texts, numbers, dates and their formats"),
                problems("layout.jrxml", changed));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hTextAlign="Center"|textAlign="Center"|47|'textAlign' is not known here. Did you mean "hTextAlign"?
            <title |<titel |55|is not XML: The element type "titel" must be terminated by the matching end-tag "</titel>"
            <jasperReport |<jasperReport xmlns="http://jasperreports.sourceforge.net/jasperreports" |2|is a layout of JasperReports 6, and Opbrief reads those of 7: open it in Jaspersoft Studio 7 and save it, or convert a whole folder there with 'JasperReports, Update JasperReports Files'; that needs no network
            <jasperReport |<!DOCTYPE jasperReport [<!ENTITY x SYSTEM "file:/etc/passwd">]><jasperReport |2|is made for JasperReports before 6.3: save it with Jaspersoft Studio 6, then open and save it with Jaspersoft Studio 7; neither needs a network
            """)
    void whatIsNoLayoutOfThisVersionIsToldHowToBecomeOne(String right, String wrong, int line, String problem) {
        assertEquals(
                List.of("layout.jrxml, line " + line + ": " + problem),
                problems("layout.jrxml", studio().replaceFirst(Pattern.quote(right), wrong)));
    }

    @Test
    void aCompiledLayoutIsRefused() {
        assertEquals(
                List.of(
                        "layout.jasper: is compiled, so that nobody can read what it does; put the layout.jrxml that it was"
                                + " made from in its place"),
                problems("layout.jasper", ""));
    }

    private record OneFile(String path, String content) implements PackFiles {

        @Override
        public String name() {
            return "example";
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public Collection<String> files() {
            return List.of(path);
        }

        @Override
        public byte[] read(String file) {
            return content.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<URL> locate(String file) {
            return Optional.empty();
        }
    }
}

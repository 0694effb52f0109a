package org.opbrief.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opbrief.text.Figures.count;
import static org.opbrief.text.Figures.figure;
import static org.opbrief.text.Figures.rounded;
import static org.opbrief.text.Figures.worded;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Block.Span;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.statistics.Figure;

class ProseTest {
    private static final Map<String, Figure> FIGURES = Stream.of(
                    count("investigations", "1436"),
                    count("arrests", "9"),
                    count("none", "0"),
                    worded(figure("pills", "43900000", Unit.PILL, 0, rounded("1000000"))),
                    worded(figure("powder", "6512", Unit.POUND, 0, rounded("500"))),
                    worded(figure("grams", "5", Unit.GRAM, 0, rounded("1"))),
                    figure("odd", "3", Unit.COUNT, 0, rounded("1")).inWords("<b> *three* [x](http://y)"))
            .collect(Collectors.toMap(Figure::id, figure -> figure));
    private static final Map<String, String> PARAMETERS =
            Map.of("division", "Omaha", "operation", "Operation *Last* Mile {{pills}}");

    private static List<Block> read(String markdown) throws ReportException {
        return new FigureProse().text("text.md", markdown, FIGURES, PARAMETERS, Locale.US);
    }

    private static List<Span> spans(String markdown) throws ReportException {
        return ((Block.Paragraph) read(markdown).get(0)).spans();
    }

    private static String plain(String markdown) throws ReportException {
        return spans(markdown).stream().map(Span::text).collect(Collectors.joining());
    }

    private static Span span(String text) {
        return new Span(text, false, false, Optional.empty(), Optional.empty());
    }

    private static Span told(String text, String figure) {
        return new Span(text, false, false, Optional.empty(), Optional.of(figure));
    }

    @Test
    void figuresAndParametersStandInTheText() throws ReportException {
        assertEquals(
                List.of(
                        span("Agents in Omaha seized "),
                        told("nearly 44 million", "pills"),
                        span(" pills and "),
                        told("more than 6,500 pounds", "powder"),
                        span(" of powder.")),
                spans("Agents in {{$division}} seized {{ pills }} pills\nand {{powder}} of powder."));
    }

    @Test
    void aFigureKeepsTheStyleAroundIt() throws ReportException {
        assertEquals(
                List.of(
                        span("In all "),
                        new Span("nearly 44 million", true, false, Optional.empty(), Optional.of("pills")),
                        new Span(" pills", true, false, Optional.empty(), Optional.empty()),
                        span(", "),
                        new Span("see ", false, true, Optional.of("https://example.org/a"), Optional.empty()),
                        new Span(
                                "1,436",
                                false,
                                true,
                                Optional.of("https://example.org/a"),
                                Optional.of("investigations")),
                        span(".")),
                spans("In all **{{pills}} pills**, *[see {{investigations}}](https://example.org/a)*."));
    }

    @Test
    void whatIsInsertedIsNeverMarkdown() throws ReportException {
        assertEquals(
                List.of(
                        span("In Operation *Last* Mile {{pills}} there were "),
                        told("<b> *three* [x](http://y)", "odd"),
                        span(".")),
                spans("In {{$operation}} there were {{odd}}."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{pills}} pills. | Nearly 44 million pills.",
                "**{{pills}}** pills. | Nearly 44 million pills.",
                "Seized: {{pills}} pills. | Seized: nearly 44 million pills.",
                "It ended. {{pills}} pills. | It ended. Nearly 44 million pills.",
                "It ended.” {{pills}} pills. | It ended.” Nearly 44 million pills.",
                "*It ended.* {{pills}} pills. | It ended. Nearly 44 million pills.",
                "In the U.S. {{pills}} pills. | In the U.S. nearly 44 million pills.",
                "In St. {{pills}} | In St. nearly 44 million",
                "“{{powder}} of it,” | “More than 6,500 pounds of it,”",
                "{{arrests}} arrests | Nine arrests",
                "made {{arrests}} arrests | made nine arrests",
                "made {{none}} arrests | made no arrests",
                "{{none}} arrests | No arrests",
                "just {{grams}} | just 5 grams",
                "a\\{{b | a{{b",
                "a {b} | a {b}",
                "snake_{{arrests}}_case | snake_nine_case",
            })
    void sentencesReadWell(String markdown, String expected) throws ReportException {
        assertEquals(expected, plain(markdown));
    }

    @Test
    void headingsListsAndParagraphsAreBlocks() throws ReportException {
        assertEquals(
                List.of(
                        new Block.Heading(2, List.of(span("What "), told("nine", "arrests"))),
                        new Block.Items(
                                false,
                                List.of(
                                        List.of(told("Nearly 44 million", "pills"), span(" pills")),
                                        List.of(span("b")))),
                        new Block.Items(true, List.of(List.of(span("c")), List.of(span("d")))),
                        new Block.Paragraph(List.of(
                                new Span("me", false, false, Optional.of("mailto:a@example.org"), Optional.empty())))),
                read(
                        "## What {{arrests}}\n\n- {{pills}} pills\n- b\n\n1. c\n2. d\n\n[me][x]\n\n[x]: mailto:a@example.org\n"));
    }

    @Test
    void anEmptyTextHasNoBlocks() throws ReportException {
        assertEquals(List.of(), read("\n \n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a~~b {{pils}}|text.md, line 3: there is no figure pils. Did you mean \"pills\"?",
                "a {{$divison}}|text.md, line 1: there is no parameter divison that has a value. Did you mean \"division\"?",
                "a~b {{pills} c|text.md, line 2: the braces {{ are not closed by }}; close them, or write \\{{ for the signs.",
                "a ![b](c.png)|text.md, line 1: images cannot be shown in text; take this one out.",
                "a~b <b>c</b>|text.md, line 2: HTML cannot be shown; write Markdown, or \\< for the sign itself.",
                "<div>x</div>|text.md, line 1: HTML cannot be shown; write Markdown, or \\< for the sign itself.",
                "a `b`|text.md, line 1: code cannot be shown; take out its marks (`).",
                "a~~```~b~```|text.md, line 3: code cannot be shown; take out its marks (`).",
                "a~~    b|text.md, line 3: code cannot be shown; take out the four spaces at the beginning of the line.",
                "> a|text.md, line 1: quotations cannot be set apart; take out the sign > at the beginning of the line.",
                "a~~***|text.md, line 3: lines across the page cannot be drawn; write a heading instead.",
                "- a~  - b|text.md, line 2: lists within lists cannot be shown; make one list of them.",
                "- a~~  b|text.md, line 3: an item of a list has one paragraph; join them, or write no list.",
                "3. a|text.md, line 1: numbered lists begin with 1, not 3.",
                "##### a|text.md, line 1: headings have at most 4 signs (#), not 5.",
                "[a](ftp://b)|text.md, line 1: links lead to http, https or mailto, not to \"ftp://b\".",
                "[a](javascript:b)|text.md, line 1: links lead to http, https or mailto, not to \"javascript:b\".",
                "[a](<http://b c>)|text.md, line 1: \"http://b c\" is no address that a link can lead to.",
                "[a](http://b/{{pills}})|text.md, line 1: figures and parameters cannot stand in the address of a link.",
            })
    void whatABriefingCannotShowIsRefusedWithItsLine(String markdown, String expected) {
        ReportException e = assertThrows(ReportException.class, () -> read(markdown.replace('~', '\n')));
        assertEquals(expected, e.getMessage());
    }

    @Test
    void tablesAreRefused() {
        ReportException e = assertThrows(ReportException.class, () -> read("| a | b |\n|---|--:|\n| 1 | 2 |"));
        assertEquals(
                "text.md, line 1: tables cannot be shown in text; write a table section of the report.",
                e.getMessage());
    }
}

package org.opbrief.output.excel;

import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Passport;

/** The sheet that says how each figure, table and chart was computed. */
final class MethodSheet {
    private static final int HEADER_ROW = 2;

    private MethodSheet() {}

    static XSSFSheet add(Book book) {
        Labels labels = book.labels();
        XSSFSheet sheet = book.sheet(labels.get("method"));
        Cells cells = book.cells(sheet);
        cells.widths(28, 20, 44, 28, 10, 26, 70);
        cells.text(0, 0, labels.get("method"), Face.TITLE);
        int row = HEADER_ROW;
        cells.headers(
                row,
                labels.get("figureOrTable"),
                labels.get("id"),
                labels.get("method"),
                labels.get("parameters"),
                "",
                labels.get("file"),
                labels.get("sql"));
        cells.wrapped(row++, 4, labels.get("rows"), Face.HEADER_NUMBER);
        for (Figure figure : book.briefing().figures()) {
            line(book, cells, row++, figure.label(), figure.id(), figure.passport());
        }
        for (Section section : book.briefing().sections()) {
            if (section instanceof Section.TableSection table) {
                line(
                        book,
                        cells,
                        row++,
                        table.title(),
                        table.id(),
                        table.answer().passport());
            } else if (section instanceof Section.Chart chart) {
                line(
                        book,
                        cells,
                        row++,
                        chart.title(),
                        chart.id(),
                        chart.answer().passport());
            }
        }
        Book.header(sheet, HEADER_ROW);
        return sheet;
    }

    private static void line(Book book, Cells cells, int row, String label, String id, Passport passport) {
        cells.wrapped(row, 0, label, Face.DETAIL);
        cells.text(row, 1, id, Face.DETAIL);
        cells.wrapped(row, 2, method(passport, book.labels()), Face.DETAIL);
        cells.wrapped(
                row,
                3,
                passport.parameters().entrySet().stream()
                        .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                        .collect(Collectors.joining("\n")),
                Face.DETAIL);
        cells.number(row, 4, passport.rows(), "#,##0", Face.DETAIL);
        cells.wrapped(
                row,
                5,
                passport.batches().stream()
                        .map(source -> source.batch().file() + ": " + source.rows())
                        .collect(Collectors.joining("\n")),
                Face.DETAIL);
        cells.wrapped(row, 6, passport.sql().orElse(""), Face.CODE);
    }

    private static String method(Passport passport, Labels labels) {
        StringBuilder method = new StringBuilder(passport.method());
        if (!passport.inputs().isEmpty()) {
            method.append('\n').append(labels.get("inputs")).append(": ").append(String.join(", ", passport.inputs()));
        }
        passport.factors().ifPresent(set -> method.append('\n')
                .append(labels.get("factorSet"))
                .append(": ")
                .append(set.title()));
        return method.toString();
    }
}

package org.opbrief.importer.excel;

import java.util.Arrays;

/** One row of a sheet; readers fill the same one again and again. Columns count from 0. */
final class Row {
    /** As many as Excel has. */
    static final int MOST_COLUMNS = 16_384;

    private long number;
    private boolean hidden;
    private int width;
    private int filled;
    private String[] texts = new String[32];
    private Cell[] kinds = new Cell[32];
    private int[] indents = new int[32];
    private boolean[] percent = new boolean[32];

    /** @param number from 1 */
    void start(long number, boolean hidden) {
        Arrays.fill(texts, 0, width, "");
        Arrays.fill(kinds, 0, width, Cell.EMPTY);
        this.number = number;
        this.hidden = hidden;
        width = 0;
        filled = 0;
    }

    /** Texts of nothing but blanks leave the cell empty. */
    void put(int column, Cell kind, String text, CellFormat format) {
        boolean blank = kind == Cell.EMPTY || (kind == Cell.TEXT && text.isBlank());
        if (blank) {
            return;
        }
        if (column >= texts.length) {
            grow(column + 1);
        }
        for (; width <= column; width++) {
            texts[width] = "";
            kinds[width] = Cell.EMPTY;
        }
        texts[column] = text;
        kinds[column] = kind;
        indents[column] = format.indent();
        percent[column] = format.kind() == CellFormat.Kind.PERCENT;
        filled++;
    }

    private void grow(int least) {
        int size = Math.max(least, texts.length * 2);
        texts = Arrays.copyOf(texts, size);
        kinds = Arrays.copyOf(kinds, size);
        indents = Arrays.copyOf(indents, size);
        percent = Arrays.copyOf(percent, size);
    }

    long number() {
        return number;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Number of columns up to the last filled one. */
    int width() {
        return width;
    }

    /** Number of cells that hold something. */
    int filled() {
        return filled;
    }

    String text(int column) {
        return column < width ? texts[column] : "";
    }

    Cell kind(int column) {
        return column < width ? kinds[column] : Cell.EMPTY;
    }

    boolean isEmpty(int column) {
        return kind(column) == Cell.EMPTY;
    }

    boolean isPercent(int column) {
        return column < width && percent[column];
    }

    /** How far the cell's text is moved in, by its format or by blanks before it. */
    int indent(int column) {
        String text = text(column);
        int blanks = 0;
        while (blanks < text.length() && (text.charAt(blanks) == ' ' || text.charAt(blanks) == '\u00a0')) {
            blanks++;
        }
        return kind(column) == Cell.TEXT ? indents[column] * 1_000 + blanks : 0;
    }

    /** Whether all filled cells are text, and there are some. */
    boolean isText() {
        return filled > 0 && count(Cell.TEXT) == filled;
    }

    int count(Cell kind) {
        int count = 0;
        for (int column = 0; column < width; column++) {
            count += kinds[column] == kind ? 1 : 0;
        }
        return count;
    }

    int firstFilled() {
        int column = 0;
        while (column < width && kinds[column] == Cell.EMPTY) {
            column++;
        }
        return column;
    }

    Row copy() {
        Row copy = new Row();
        copy.number = number;
        copy.hidden = hidden;
        copy.width = width;
        copy.filled = filled;
        copy.texts = Arrays.copyOf(texts, Math.max(width, 1));
        copy.kinds = Arrays.copyOf(kinds, Math.max(width, 1));
        copy.indents = Arrays.copyOf(indents, Math.max(width, 1));
        copy.percent = Arrays.copyOf(percent, Math.max(width, 1));
        return copy;
    }

    /** As Excel names it, e.g. {@code AB}. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}

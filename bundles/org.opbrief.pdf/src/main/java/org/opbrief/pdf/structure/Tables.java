package org.opbrief.pdf.structure;

import java.util.HashMap;
import java.util.Map;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.PdfTags;

/** The tables of a document: rows with the same id are one table, and its header counts once. */
public final class Tables {
    private final StructureTree tree;
    private final Place place;
    private final Map<String, Table> tables = new HashMap<>();
    private Table open;

    Tables(StructureTree tree, Place place) {
        this.tree = tree;
        this.place = place;
    }

    private static final class Table {
        private final String id;
        private final StructureElement parent;
        private final StructureElement element;
        private final Columns columns = new Columns();

        /** Pages on which header rows were first printed, by what they say. */
        private final Map<String, Integer> headers = new HashMap<>();

        private StructureElement head;
        private StructureElement body;
        private int pageOfLastRow;

        private Table(String id, StructureElement parent, StructureElement element) {
            this.id = id;
            this.parent = parent;
            this.element = element;
        }
    }

    /** A row that is being built. */
    public static final class Row {
        private final Table table;
        private final StructureElement element;
        private final boolean header;

        private Row(Table table, StructureElement element, boolean header) {
            this.table = table;
            this.element = element;
            this.header = header;
        }
    }

    /** Something else comes in that container: the table there is over. */
    void interrupt(StructureElement parent) {
        if (open != null && open.parent == parent) {
            open = null;
        }
    }

    /** Whether that header row stands at the top of a page and repeats one of an earlier page. */
    public boolean isRepetition(String id, String texts) {
        Table table = tables.get(id);
        return table != null
                && table.headers.getOrDefault(texts, place.page()) < place.page()
                && table.pageOfLastRow < place.page();
    }

    /**
     * Begins a row.
     *
     * @param header whether all its cells are header cells
     * @param texts what a header row says
     */
    public Row row(StructureElement parent, String id, boolean header, String texts) throws PdfException {
        Table table = table(parent, id);
        if (header) {
            table.headers.putIfAbsent(texts, place.page());
        } else {
            table.pageOfLastRow = place.page();
        }
        StructureElement group;
        if (header && table.body == null) {
            table.head = table.head == null ? tree.add(table.element, "THead") : table.head;
            group = table.head;
        } else {
            table.body = table.body == null ? tree.add(table.element, "TBody") : table.body;
            group = table.body;
        }
        return new Row(table, tree.add(group, "TR"), header);
    }

    /** A cell of the row. */
    public StructureElement cell(Row row, Tags tags, boolean header) {
        StructureElement cell = tree.add(row.element, header ? "TH" : "TD");
        StringBuilder attributes = new StringBuilder();
        if (header) {
            attributes.append("/Scope/").append(scope(row, tags));
        }
        if (tags.columnSpan() > 1) {
            attributes.append("/ColSpan ").append(tags.columnSpan());
        }
        if (tags.rowSpan() > 1) {
            attributes.append("/RowSpan ").append(tags.rowSpan());
        }
        if (attributes.length() > 0) {
            cell.extra("/A<</O/Table" + attributes + ">>");
        }
        row.table.columns.cell(tags.columnSpan(), tags.rowSpan());
        return cell;
    }

    /** Ends a row, which must fill as many columns as the others. */
    public void end(Row row) throws PdfException {
        Columns columns = row.table.columns;
        if (!columns.endRow()) {
            throw place.error("this row of the table '" + row.table.id + "' fills " + columns.filled()
                    + " columns, but the rows before it fill " + columns.expected()
                    + "; a cell that spans columns or rows says so by " + PdfTags.COLUMN_SPAN + " or "
                    + PdfTags.ROW_SPAN + ".");
        }
    }

    private Table table(StructureElement parent, String id) throws PdfException {
        if (open != null && open.id.equals(id) && open.parent == parent) {
            return open;
        }
        if (tables.containsKey(id)) {
            throw place.error("a row of the table '" + id + "' comes after other content; only artifacts may stand"
                    + " between the rows of a table, and each table needs an id (" + PdfTags.TABLE + ") of its own.");
        }
        open = new Table(id, parent, tree.add(parent, "Table"));
        tables.put(id, open);
        return open;
    }

    private static String scope(Row row, Tags tags) {
        if (tags.scope() == null) {
            return row.header ? "Column" : "Row";
        }
        return switch (tags.scope()) {
            case "column" -> "Column";
            case "row" -> "Row";
            default -> "Both";
        };
    }
}

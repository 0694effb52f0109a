package org.opbrief.pdf.structure;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPropertiesMap;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.PdfTags;

/** What the properties of an element say that it is: see {@link PdfTags}. */
public final class Tags {
    private static final Tags NONE = new Tags();

    private int heading;
    private boolean paragraph;
    private String table;
    private String row;
    private String cell;
    private String scope;
    private int columnSpan = 1;
    private int rowSpan = 1;
    private String list;
    private boolean label;
    private String alt;
    private String link;
    private boolean artifact;
    private String language;

    private Tags() {}

    public static Tags of(JRPrintElement element, Place place) throws PdfException {
        if (!element.hasProperties()) {
            return NONE;
        }
        JRPropertiesMap properties = element.getPropertiesMap();
        Tags tags = NONE;
        for (String name : properties.getPropertyNames()) {
            String value = name.startsWith(PdfTags.PREFIX) ? properties.getProperty(name) : null;
            if (value != null && !value.isEmpty()) {
                tags = tags == NONE ? new Tags() : tags;
                tags.read(name, value, place);
            }
        }
        return tags;
    }

    private void read(String name, String value, Place place) throws PdfException {
        switch (name) {
            case PdfTags.HEADING -> heading = number(name, value, 6, place);
            case PdfTags.PARAGRAPH -> paragraph = flag(name, value, place);
            case PdfTags.TABLE -> table = value;
            case PdfTags.ROW -> row = oneOf(name, value, place, PdfTags.START, PdfTags.END, PdfTags.FULL);
            case PdfTags.CELL -> cell = oneOf(name, value, place, PdfTags.HEADER, PdfTags.DATA);
            case PdfTags.SCOPE -> scope = oneOf(name, value, place, "column", "row", "both");
            case PdfTags.COLUMN_SPAN -> columnSpan = number(name, value, 1000, place);
            case PdfTags.ROW_SPAN -> rowSpan = number(name, value, 1000, place);
            case PdfTags.LIST -> list = value;
            case PdfTags.ITEM -> label = "label".equals(oneOf(name, value, place, "label", "body"));
            case PdfTags.ALT -> alt = value;
            case PdfTags.LINK -> link = value;
            case PdfTags.ARTIFACT -> artifact = flag(name, value, place);
            case PdfTags.LANGUAGE -> language = language(name, value, place);
            default -> throw place.error("the property " + name + " is none of those that the PDF exporter knows.");
        }
    }

    /** 1 to 6, or 0 for no heading. */
    public int heading() {
        return heading;
    }

    public boolean paragraph() {
        return paragraph;
    }

    /** Null if the element names none. */
    public String table() {
        return table;
    }

    public boolean startsRow() {
        return PdfTags.START.equals(row);
    }

    public boolean endsRow() {
        return PdfTags.END.equals(row);
    }

    public boolean isRow() {
        return PdfTags.FULL.equals(row);
    }

    /** Whether the element says that it is a cell, of either kind. */
    public boolean isCell() {
        return cell != null;
    }

    public boolean isHeader() {
        return PdfTags.HEADER.equals(cell);
    }

    /** Null if the element names none. */
    public String scope() {
        return scope;
    }

    public int columnSpan() {
        return columnSpan;
    }

    public int rowSpan() {
        return rowSpan;
    }

    /** Null if the element is not in a list. */
    public String list() {
        return list;
    }

    public boolean label() {
        return label;
    }

    /** Null if the element is no figure. */
    public String alt() {
        return alt;
    }

    /** Name of the anchor that the element leads to, or null if it is no link. */
    public String link() {
        return link;
    }

    public boolean artifact() {
        return artifact;
    }

    /** Null if the element does not name its language. */
    public String language() {
        return language;
    }

    /** Whether the element is content wherever it stands. */
    public boolean isContent() {
        return heading > 0 || paragraph || table != null || row != null || list != null || alt != null;
    }

    private static int number(String name, String value, int most, Place place) throws PdfException {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw place.error(
                "the property " + name + " is '" + value + "'; it must be a whole number from 1 to " + most + ".");
    }

    private static boolean flag(String name, String value, Place place) throws PdfException {
        return "true".equals(oneOf(name, value, place, "true", "false"));
    }

    private static String oneOf(String name, String value, Place place, String... allowed) throws PdfException {
        List<String> values = Arrays.asList(allowed);
        if (!values.contains(value)) {
            throw place.error("the property " + name + " is '" + value + "'; it must be one of "
                    + String.join(", ", values) + ".");
        }
        return value;
    }

    private static String language(String name, String value, Place place) throws PdfException {
        try {
            return new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw place.error(
                    "the property " + name + " is '" + value + "'; it must be a BCP 47 tag such as es or en-US.", e);
        }
    }
}

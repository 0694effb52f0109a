package org.opbrief.api.data;

/** What the number of a record counts in its file. */
public enum Place {
    /** Physical lines of text, as editors number them; a record may have several. */
    LINE("line"),
    /** Rows of a sheet, as spreadsheets number them. */
    ROW("row"),
    /** Records from the first on, where a file has no lines that people see. */
    RECORD("record");

    private final String word;

    Place(String word) {
        this.word = word;
    }

    /** As it stands in a sentence before the number. */
    public String word() {
        return word;
    }
}

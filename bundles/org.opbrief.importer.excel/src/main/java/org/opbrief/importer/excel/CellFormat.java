package org.opbrief.importer.excel;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How the number of a cell is to be read.
 *
 * @param kind what its number format says it is
 * @param code the number format, as far as it has to be applied
 * @param indent how far the cell is moved in
 */
record CellFormat(Kind kind, String code, int indent) {

    /** What a number format says of a number. */
    enum Kind {
        PLAIN,
        PERCENT,
        DAY,
        TIME,
        /** Hours that go on beyond 24. */
        ELAPSED,
        /** A code with leading zeros. */
        CODE
    }

    static final CellFormat GENERAL = new CellFormat(Kind.PLAIN, "", 0);

    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hmsHMS]+\\])[^\\]]*\\]");
    private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+\\].*");
    private static final Pattern ZEROS = Pattern.compile("0[0 ./()-]*0(;.*)?");

    /** @param id of the format, of which Excel knows some without a code */
    static CellFormat of(int id, String code, int indent) {
        String first =
                ASIDE.matcher(code.split(";", 2)[0]).replaceAll("").strip().toLowerCase(Locale.ROOT);
        if (DateUtil.isADateFormat(id, code)) {
            return new CellFormat(timeKind(id, first), "", indent);
        }
        if (first.contains("%") || id == 9 || id == 10) {
            return new CellFormat(Kind.PERCENT, "", indent);
        }
        String shown = code.split(";", 2)[0].replace("\\", "").replace("\"", "");
        if (ZEROS.matcher(shown).matches() && shown.indexOf('.') < 0 && shown.startsWith("00")) {
            return new CellFormat(Kind.CODE, shown, indent);
        }
        return indent == 0 ? GENERAL : new CellFormat(Kind.PLAIN, "", indent);
    }

    private static Kind timeKind(int id, String code) {
        if (ELAPSED.matcher(code).matches() || id == 46) {
            return Kind.ELAPSED;
        }
        boolean clock = code.contains("h") || code.contains("s");
        boolean day = code.contains("y") || code.contains("d") || code.contains("mmm") || !clock && !code.isEmpty();
        boolean builtInTime = code.isEmpty() && (id >= 18 && id <= 21 || id == 45 || id == 47);
        return clock && !day || builtInTime ? Kind.TIME : Kind.DAY;
    }
}

package org.opbrief.importer.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.opbrief.api.data.ImportException;

/** The formats of a workbook's cells, by the number that cells name. */
final class Styles {
    private static final int MOST = 1 << 17;

    private final List<CellFormat> formats = new ArrayList<>();

    static Styles none() {
        return new Styles();
    }

    static Styles read(Xml xml) throws IOException, ImportException {
        Styles styles = new Styles();
        Map<Integer, String> codes = new HashMap<>();
        boolean cells = false;
        List<int[]> found = new ArrayList<>();
        while (xml.nextStart()) {
            switch (xml.name()) {
                case "numFmt" ->
                    codes.put(
                            xml.number("numFmtId", 0),
                            xml.attribute("formatCode").orElse(""));
                case "cellXfs" -> cells = true;
                case "cellStyles", "dxfs" -> cells = false;
                case "xf" -> {
                    if (cells) {
                        found.add(new int[] {xml.number("numFmtId", 0), 0});
                    }
                }
                case "alignment" -> {
                    if (cells && !found.isEmpty()) {
                        found.get(found.size() - 1)[1] = Math.min(250, Math.max(0, xml.number("indent", 0)));
                    }
                }
                default -> {
                    // fonts, fills and borders say nothing of values
                }
            }
            if (found.size() > MOST || codes.size() > MOST) {
                throw xml.fault("has more than " + MOST + " formats");
            }
        }
        Map<List<Integer>, CellFormat> known = new HashMap<>();
        for (int[] format : found) {
            styles.formats.add(known.computeIfAbsent(List.of(format[0], format[1]), key -> format(codes, key)));
        }
        return styles;
    }

    private static CellFormat format(Map<Integer, String> codes, List<Integer> key) {
        int id = key.get(0);
        String builtIn = BuiltinFormats.getBuiltinFormat(id);
        return CellFormat.of(id, codes.getOrDefault(id, builtIn == null ? "" : builtIn), key.get(1));
    }

    CellFormat get(int index) {
        return index >= 0 && index < formats.size() ? formats.get(index) : CellFormat.GENERAL;
    }
}

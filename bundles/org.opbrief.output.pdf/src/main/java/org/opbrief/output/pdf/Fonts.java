package org.opbrief.output.pdf;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.extensions.ExtensionsEnvironment;
import net.sf.jasperreports.extensions.ExtensionsRegistry;

/**
 * The font families that come with JasperReports, with faces that are read when they are first used. JasperReports' own
 * extension reads all thirteen files before the first letter, which was a fifth of the processor time of a first document.
 */
final class Fonts implements ExtensionsRegistry {
    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";

    /** Families by name; the last three are what Java and Jaspersoft Studio call their usual fonts. */
    static final List<String> NAMES = List.of(
            "DejaVu Sans",
            "DejaVu Sans Condensed",
            "DejaVu Serif",
            "DejaVu Serif Condensed",
            "DejaVu Sans Mono",
            "SansSerif",
            "Serif",
            "Monospaced");

    private static final List<String> FILES = List.of(
            "DejaVuSans",
            "DejaVuSansCondensed",
            "DejaVuSerif",
            "DejaVuSerifCondensed",
            "DejaVuSansMono",
            "DejaVuSans",
            "DejaVuSerif",
            "DejaVuSansMono");

    private final ExtensionsRegistry others = ExtensionsEnvironment.getSystemExtensionsRegistry();
    private final List<FontFamily> families = new ArrayList<>();

    Fonts() {
        JasperReportsContext context = DefaultJasperReportsContext.getInstance();
        for (int i = 0; i < NAMES.size(); i++) {
            add(context, NAMES.get(i), FILES.get(i), FILES.get(i).contains("Serif") ? "Italic" : "Oblique");
        }
    }

    private void add(JasperReportsContext context, String name, String file, String italic) {
        SimpleFontFamily family = new SimpleFontFamily(context);
        family.setName(name);
        family.setNormalFace(new LazyFace(context, FOLDER + file + ".ttf"));
        family.setBoldFace(new LazyFace(context, FOLDER + file + "-Bold.ttf"));
        family.setItalicFace(new LazyFace(context, FOLDER + file + "-" + italic + ".ttf"));
        family.setBoldItalicFace(new LazyFace(context, FOLDER + file + "-Bold" + italic + ".ttf"));
        family.setPdfEncoding("Identity-H");
        family.setPdfEmbedded(true);
        families.add(family);
    }

    /** The family of that name, which must be one of these. */
    FontFamily family(String name) {
        return families.stream()
                .filter(family -> family.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public <T> List<T> getExtensions(Class<T> type) {
        return type == FontFamily.class ? families.stream().map(type::cast).toList() : others.getExtensions(type);
    }

    private static final class LazyFace extends SimpleFontFace {
        LazyFace(JasperReportsContext context, String file) {
            super(context);
            setTtf(file, false);
        }

        @Override
        public synchronized java.awt.Font getFont() {
            loadFont();
            return super.getFont();
        }
    }
}

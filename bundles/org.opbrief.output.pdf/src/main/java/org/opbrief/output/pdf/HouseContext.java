package org.opbrief.output.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;

/**
 * What JasperReports fills the house style with: one font family whose faces are read when they are first used.
 * JasperReports' own font extension reads thirteen files and an XML definition before the first letter, which was a third
 * of the processor time of a first document.
 */
final class HouseContext extends SimpleJasperReportsContext {
    /** As the texts are laid out: no pixel grid, so that widths are the printed ones. */
    static final FontRenderContext PRINT = new FontRenderContext(null, true, true);

    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";

    private final SimpleFontFamily family;

    HouseContext() {
        super(DefaultJasperReportsContext.getInstance());
        // the designs have no expressions but references to fields, and these hold our own classes
        setProperty("net.sf.jasperreports.report.class.filter.enabled", "false");
        family = new SimpleFontFamily(this);
        family.setName(Look.FONT);
        family.setNormalFace(new LazyFace(this, FOLDER + "DejaVuSansCondensed.ttf"));
        family.setBoldFace(new LazyFace(this, FOLDER + "DejaVuSansCondensed-Bold.ttf"));
        family.setItalicFace(new LazyFace(this, FOLDER + "DejaVuSansCondensed-Oblique.ttf"));
        family.setBoldItalicFace(new LazyFace(this, FOLDER + "DejaVuSansCondensed-BoldOblique.ttf"));
        family.setPdfEncoding("Identity-H");
        family.setPdfEmbedded(true);
    }

    @Override
    public <T> List<T> getExtensions(Class<T> type) {
        if (type == FontFamily.class) {
            return List.of(type.cast(family));
        }
        return type == FontSet.class ? List.of() : super.getExtensions(type);
    }

    Font regular(float size) {
        return family.getNormalFace().getFont().deriveFont(size);
    }

    Font bold(float size) {
        return family.getBoldFace().getFont().deriveFont(size);
    }

    private static final class LazyFace extends SimpleFontFace {
        LazyFace(JasperReportsContext context, String file) {
            super(context);
            setTtf(file, false);
        }

        @Override
        public synchronized Font getFont() {
            loadFont();
            return super.getFont();
        }
    }
}

package org.opbrief.output.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;

/** What JasperReports fills the house style with. */
final class HouseContext extends SimpleJasperReportsContext {
    /** As the texts are laid out: no pixel grid, so that widths are the printed ones. */
    static final FontRenderContext PRINT = new FontRenderContext(null, true, true);

    private final FontFamily family;

    /** @param font family of all texts */
    HouseContext(Fonts fonts, String font) {
        super(DefaultJasperReportsContext.getInstance());
        // the designs have no expressions but references to fields, and these hold our own classes
        setProperty("net.sf.jasperreports.report.class.filter.enabled", "false");
        // there is nothing to compile, and this compiler is the quickest to load
        setProperty("net.sf.jasperreports.compiler.java", "net.sf.jasperreports.engine.design.JRJavacCompiler");
        family = fonts.family(font);
    }

    /** Name of the family of all texts. */
    String font() {
        return family.getName();
    }

    Font regular(float size) {
        return family.getNormalFace().getFont().deriveFont(size);
    }

    Font bold(float size) {
        return family.getBoldFace().getFont().deriveFont(size);
    }
}

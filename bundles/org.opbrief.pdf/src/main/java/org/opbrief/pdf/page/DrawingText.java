package org.opbrief.pdf.page;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Paint;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.text.Bidi;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFace;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontInfo;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.font.DocumentFont;
import org.opbrief.pdf.font.DocumentFonts;

/**
 * Text in Graphics2D drawings. Fonts that no extension has, such as AWT's logical ones, become DejaVu Sans or the first that
 * there is, for measuring too: a chart looks the same on each machine.
 */
final class DrawingText implements IPdfBoxGraphics2DFontTextDrawer {
    private static final String PREFERRED = "DejaVu Sans";

    private final FontUtil extensions;
    private final DocumentFonts fonts;
    private final Characters characters;
    private final Locale locale;

    /** Names of extension families, by the names that AWT gives to their fonts. */
    private final Map<String, String> families = new HashMap<>();

    DrawingText(JasperReportsContext context, DocumentFonts fonts, Characters characters, Locale locale) {
        extensions = FontUtil.getInstance(context);
        this.fonts = fonts;
        this.characters = characters;
        this.locale = locale;
    }

    /** False lets the text be drawn as shapes. */
    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
        StringBuilder all = new StringBuilder();
        boolean plain = true;
        for (int i = text.getBeginIndex(); i < text.getEndIndex(); i++) {
            all.append(text.setIndex(i));
            plain &= text.getAttribute(TextAttribute.BACKGROUND) == null
                    && text.getAttribute(TextAttribute.UNDERLINE) == null
                    && text.getAttribute(TextAttribute.STRIKETHROUGH) == null;
        }
        text.first();
        if (Bidi.requiresBidi(all.toString().toCharArray(), 0, all.length())) {
            throw new Failure(refused(all.toString()));
        }
        return plain;
    }

    @Override
    public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) throws IOException {
        PDPageContentStream content = env.getContentStream();
        content.saveGraphicsState();
        content.beginText();
        double x = 0;
        for (int i = text.getBeginIndex(); i < text.getEndIndex(); i = text.getRunLimit()) {
            text.setIndex(i);
            int limit = text.getRunLimit();
            Font font = text.getAttribute(TextAttribute.FONT) instanceof Font own ? own : env.getFont();
            Paint paint = text.getAttribute(TextAttribute.FOREGROUND) instanceof Paint own ? own : env.getPaint();
            StringBuilder run = new StringBuilder();
            for (int k = i; k < limit; k++) {
                run.append(text.setIndex(k));
            }
            x += drawRun(run.toString(), font, paint == null ? Color.BLACK : paint, x, env);
            text.setIndex(i);
        }
        content.endText();
        content.restoreGraphicsState();
    }

    @Override
    public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
        return env.getCalculationGraphics().getFontMetrics(substitute(font));
    }

    private double drawRun(String run, Font font, Paint paint, double x, IFontTextDrawerEnv env) throws IOException {
        PDPageContentStream content = env.getContentStream();
        float size = font.getSize2D();
        double[] width = {0};
        try {
            DocumentFont wanted = characters.font(family(font), isBold(font), isItalic(font));
            double length = wanted.width(run, 0, run.length()) * size;
            env.applyPaint(paint, new Rectangle2D.Double(x, -size, length, size));
            AffineTransform transform = AffineTransform.getTranslateInstance(x, 0);
            transform.concatenate(font.getTransform());
            transform.scale(1, -1);
            content.setTextMatrix(new Matrix(transform));
            characters.split(run, wanted, isBold(font), isItalic(font), piece -> {
                show(content, piece, size);
                width[0] += piece.font().width(piece.text(), 0, piece.text().length()) * size;
            });
        } catch (PdfException e) {
            throw new Failure(e);
        }
        return width[0];
    }

    private static void show(PDPageContentStream content, Characters.Piece piece, float size) {
        try {
            piece.text().codePoints().forEach(piece.font()::glyph);
            content.setFont(piece.font().font(), size);
            content.showText(piece.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfException refused(String text) {
        try {
            characters.check(text);
        } catch (PdfException e) {
            return e;
        }
        throw new IllegalStateException("Text '" + text + "' was to be refused");
    }

    /** The font that the text is drawn with, as AWT knows it. */
    private Font substitute(Font font) {
        int style = (isBold(font) ? Font.BOLD : 0) | (isItalic(font) ? Font.ITALIC : 0);
        Font substitute = extensions.getAwtFontFromBundles(family(font), style, font.getSize2D(), locale, true);
        return substitute == null ? font : substitute;
    }

    private String family(Font font) {
        return families.computeIfAbsent(font.getFamily(Locale.ROOT), this::extensionFamily);
    }

    private String extensionFamily(String awtFamily) {
        if (extensions.getFontInfo(awtFamily, locale) != null) {
            return awtFamily;
        }
        for (String family : fonts.families()) {
            FontInfo info = extensions.getFontInfo(family, locale);
            Optional<Font> face = Optional.ofNullable(info)
                    .map(FontInfo::getFontFamily)
                    .map(FontFamily::getNormalFace)
                    .map(FontFace::getFont);
            if (face.isPresent() && face.get().getFamily(Locale.ROOT).equals(awtFamily)) {
                return family;
            }
        }
        boolean hasPreferred = extensions.getFontInfo(PREFERRED, locale) != null;
        return hasPreferred ? PREFERRED : fonts.families().stream().findFirst().orElse(PREFERRED);
    }

    /** A font that was made of the file of a bold face does not say that it is bold, but its name does. */
    private static boolean isBold(Font font) {
        return font.isBold() || font.getFontName(Locale.ROOT).contains("Bold");
    }

    private static boolean isItalic(Font font) {
        String name = font.getFontName(Locale.ROOT);
        return font.isItalic() || name.contains("Italic") || name.contains("Oblique");
    }
}

package org.opbrief.pdf.font;

import java.awt.Font;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFace;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontInfo;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.file.CosWriter;

/** The fonts of one document, found by family and style among the font extensions. */
public final class DocumentFonts {
    private final JasperReportsContext context;
    private final FontUtil extensions;
    private final FontFiles files;
    private final PDDocument document;
    private final CosWriter writer;
    private final Locale locale;
    private final List<String> families;
    private final Map<Style, Optional<DocumentFont>> byStyle = new HashMap<>();
    private final Map<String, DocumentFont> byFile = new LinkedHashMap<>();
    private final Bytes resources = new Bytes();

    private record Style(String family, boolean bold, boolean italic) {}

    public DocumentFonts(
            JasperReportsContext context, FontFiles files, PDDocument document, CosWriter writer, Locale locale) {
        this.context = context;
        this.extensions = FontUtil.getInstance(context);
        this.files = files;
        this.document = document;
        this.writer = writer;
        this.locale = locale;
        families = new TreeSet<>(extensions.getFontFamilyNames())
                .stream().filter(this::hasFile).toList();
    }

    /** Empty if no font extension has the family. A style that the family lacks is replaced by its nearest. */
    public Optional<DocumentFont> find(String family, boolean bold, boolean italic) throws PdfException {
        Style style = new Style(family, bold, italic);
        Optional<DocumentFont> known = byStyle.get(style);
        if (known == null) {
            known = load(style);
            byStyle.put(style, known);
        }
        return known;
    }

    /** The first font, in the order of family names, that has the character. */
    public Optional<DocumentFont> fallback(int codePoint, boolean bold, boolean italic) throws PdfException {
        for (String family : families) {
            Optional<DocumentFont> font = find(family, bold, italic);
            if (font.isPresent() && font.get().has(codePoint)) {
                return font;
            }
        }
        return Optional.empty();
    }

    /** Names of the families of all font extensions, in alphabetical order; the fonts of the system do not count. */
    public List<String> families() {
        return families;
    }

    /** Entries of the font dictionary of the page resources. */
    public String resources() {
        return resources.toString();
    }

    /** Embeds what was used. No text may be written afterwards. */
    public void write() throws IOException {
        for (DocumentFont font : byFile.values()) {
            font.font().subset();
            writer.write(font.font().getCOSObject());
        }
    }

    /** JasperReports lists families of the system too, and logical ones that have no file. */
    private boolean hasFile(String family) {
        FontInfo info = extensions.getFontInfo(family, locale);
        FontFace face = info == null ? null : info.getFontFamily().getNormalFace();
        return face != null && face.getTtf() != null;
    }

    private Optional<DocumentFont> load(Style style) throws PdfException {
        FontInfo info = extensions.getFontInfo(style.family(), locale);
        if (info == null) {
            return Optional.empty();
        }
        FontFace face = face(info.getFontFamily(), style);
        if (face == null || face.getTtf() == null) {
            return Optional.empty();
        }
        DocumentFont known = byFile.get(face.getTtf());
        if (known == null) {
            known = embed(face, style);
            byFile.put(face.getTtf(), known);
        }
        return Optional.of(known);
    }

    private DocumentFont embed(FontFace face, Style style) throws PdfException {
        FontFile file = files.get(context, face.getTtf());
        int awtStyle = (style.bold() ? Font.BOLD : 0) | (style.italic() ? Font.ITALIC : 0);
        Font awtFont = extensions.getAwtFontFromBundles(style.family(), awtStyle, 1, locale, true);
        try {
            String resource = "F" + byFile.size();
            DocumentFont font = new DocumentFont(document, file, FontMetrics.of(awtFont), resource);
            resources
                    .name(resource)
                    .ascii(" ")
                    .reference(writer.reserve(font.font().getCOSObject()));
            return font;
        } catch (IOException | RuntimeException e) {
            throw new PdfException(
                    "The font " + style.family() + " (" + face.getTtf() + ") cannot be embedded: " + e.getMessage(), e);
        }
    }

    private static FontFace face(FontFamily family, Style style) {
        FontFace exact;
        if (style.bold()) {
            exact = style.italic() ? family.getBoldItalicFace() : family.getBoldFace();
        } else {
            exact = style.italic() ? family.getItalicFace() : family.getNormalFace();
        }
        return exact != null ? exact : family.getNormalFace();
    }
}

package org.opbrief.output.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Briefing;
import org.opbrief.pdf.testing.Conformance;

/** A written briefing, read back. */
record Pdf(byte[] bytes, List<String> pages, List<String> bookmarks) {

    static Pdf of(Briefing briefing, Path folder) throws OutputException {
        return read(write(new PdfFormat(), briefing, folder));
    }

    static Path write(PdfFormat format, Briefing briefing, Path folder) throws OutputException {
        Path file = folder.resolve("briefing-" + System.nanoTime() + ".pdf");
        format.write(briefing, Optional.empty(), file);
        return file;
    }

    static Pdf read(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(document).replaceAll("\\s+", " ").strip());
            }
            List<String> bookmarks = new ArrayList<>();
            if (document.getDocumentCatalog().getDocumentOutline() != null) {
                collect(document.getDocumentCatalog().getDocumentOutline(), 0, bookmarks);
            }
            return new Pdf(Files.readAllBytes(file), pages, bookmarks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return String.join(" ", pages);
    }

    /** What it breaks of PDF/A-2a and PDF/UA-1. */
    List<String> failures() {
        return Conformance.failures(bytes);
    }

    private static void collect(PDOutlineNode node, int depth, List<String> into) {
        for (PDOutlineItem item : node.children()) {
            into.add("  ".repeat(depth) + item.getTitle());
            collect(item, depth + 1, into);
        }
    }
}

package org.opbrief.dist;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads back what was written. */
final class Pdfs {

    private Pdfs() {}

    /** The text of all pages, each run of white space as one space. */
    static String text(Path file) throws IOException {
        return text(file, Integer.MAX_VALUE);
    }

    static String firstPage(Path file) throws IOException {
        return text(file, 1).strip();
    }

    private static String text(Path file, int lastPage) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(lastPage);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }
}

package org.opbrief.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import org.junit.jupiter.api.Test;
import org.opbrief.pdf.testing.Conformance;

class ConformanceTest {

    @Test
    void allThatTheExporterDrawsConformsToBothStandards() throws Exception {
        JasperPrint print = Everything.print(100);
        byte[] file = Everything.export(print);
        Files.write(Path.of("target/everything.pdf"), file);
        for (int i = 0; i < print.getPages().size(); i++) {
            javax.imageio.ImageIO.write(
                    (java.awt.image.RenderedImage) JasperPrintManager.printPageToImage(print, i, 1.5f),
                    "png",
                    new java.io.File("target/jr-" + (i + 1) + ".png"));
        }
        assertEquals(List.of(), Conformance.failures(file));
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws Exception {
        assertArrayEquals(Everything.export(Everything.print(40)), Everything.export(Everything.print(40)));
    }
}

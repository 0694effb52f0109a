package org.opbrief.output.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Seal;

class LetterheadTest {
    @TempDir
    Path folder;

    @Test
    void theSummaryBeginsWithTheAgencyAndItsSeal() throws Exception {
        Seal seal = seal();
        Briefing plain = Samples.briefing();
        House house = new House(
                "Office of Reports",
                Optional.of(seal),
                Map.of(plain.edition().id(), new Marking("LIMITED OFFICIAL USE", "#003366")),
                Optional.of("DejaVu Serif"));
        Path file = folder.resolve("a.xlsx");
        new ExcelFormat().write(plain.of(house), Optional.empty(), file);
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertEquals(
                    "Office of Reports",
                    workbook.getProperties().getCoreProperties().getCreator());
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertEquals("LIMITED OFFICIAL USE", sheet.getRow(0).getCell(0).getStringCellValue());
            assertEquals("Office of Reports", sheet.getRow(2).getCell(0).getStringCellValue());
            assertEquals(
                    "DejaVu Serif",
                    sheet.getRow(2).getCell(0).getCellStyle().getFont().getFontName());
            XSSFPicture picture =
                    (XSSFPicture) sheet.getDrawingPatriarch().getShapes().get(0);
            assertArrayEquals(seal.png(), picture.getPictureData().getData());
            assertEquals(
                    "Seal of Office of Reports",
                    picture.getCTPicture().getNvPicPr().getCNvPr().getDescr());
        }
        Path again = folder.resolve("b.xlsx");
        new ExcelFormat().write(plain.of(house), Optional.empty(), again);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    }

    private static Seal seal() throws Exception {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x17304f));
        graphics.fillOval(5, 5, 290, 190);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Seal(png.toByteArray(), 300, 200);
    }
}

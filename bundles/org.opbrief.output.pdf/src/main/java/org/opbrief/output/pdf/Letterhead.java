package org.opbrief.output.pdf;

import static org.opbrief.output.pdf.Parts.align;
import static org.opbrief.output.pdf.Parts.bold;
import static org.opbrief.output.pdf.Parts.box;
import static org.opbrief.output.pdf.Parts.fixed;
import static org.opbrief.output.pdf.Parts.tag;

import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Seal;
import org.opbrief.pdf.PdfTags;

/** The agency above the title: its seal, and its name beside it. */
final class Letterhead {
    private static final String BAND = "letterhead";
    private static final float SIZE = 13;
    private static final int LINE = 17;
    private static final int SEAL_HEIGHT = 58;
    private static final int SEAL_WIDTH = 170;
    private static final int GAP = 14;
    private static final int BELOW = 8;

    private final House house;
    private final Labels labels;
    private final HouseContext context;

    Letterhead(House house, Labels labels, HouseContext context) {
        this.house = house;
        this.labels = labels;
        this.context = context;
    }

    /** Adds it, if the agency has a name or a seal. */
    void add(HouseDesign design, Flow flow) throws JRException {
        Optional<Seal> seal = house.seal();
        if (seal.isEmpty() && house.name().isBlank()) {
            return;
        }
        double scale = seal.map(
                        image -> Math.min((double) SEAL_WIDTH / image.width(), (double) SEAL_HEIGHT / image.height()))
                .orElse(0.0);
        int width = seal.map(image -> Math.max(1, (int) Math.round(image.width() * scale)))
                .orElse(0);
        int sealHeight = seal.map(image -> Math.max(1, (int) Math.round(image.height() * scale)))
                .orElse(0);
        int left = width == 0 ? 0 : width + GAP;
        int lines = new TextWidth(context.bold(SIZE)).lines(house.name(), Look.WIDTH - left - 1);
        int height = Math.max(sealHeight, house.name().isBlank() ? 0 : lines * LINE + 2);
        JRDesignBand band = design.band(BAND, height + BELOW);
        if (seal.isPresent()) {
            band.addElement(tag(
                    design.picture(box(0, (height - sealHeight) / 2, width, sealHeight)), PdfTags.ALT, description()));
        }
        if (!house.name().isBlank()) {
            band.addElement(bold(align(
                    fixed(house.name(), box(left, 0, Look.WIDTH - left, height), SIZE, Look.NAVY),
                    HorizontalTextAlignEnum.LEFT,
                    VerticalTextAlignEnum.MIDDLE)));
        }
        flow.add(
                BAND,
                seal.isPresent()
                        ? Map.of(
                                HouseDesign.PICTURE,
                                SimpleDataRenderer.getInstance(seal.get().png()))
                        : Map.of());
    }

    private String description() {
        return house.name().isBlank() ? labels.get("seal") : labels.get("sealOf", house.name());
    }
}

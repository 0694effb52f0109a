package org.opbrief.pdf.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.file.IntList;
import org.opbrief.pdf.file.PdfFile;

/** The links of a document, and the anchors that they lead to. */
public final class Links {
    private final PdfFile file;
    private final StructureTree tree;
    private final Place place;

    /** In the order of their bytes, which is what a file's names must have. */
    private final Map<String, Destination> anchors =
            new TreeMap<>((one, other) -> Arrays.compareUnsigned(name(one), name(other)));

    private final List<Pending> pending = new ArrayList<>();
    private IntList onPage = new IntList();

    /** A link that waits for the page or anchor that it leads to. */
    private record Pending(int object, Bytes start, String anchor, int page, PdfException dangling) {}

    public Links(PdfFile file, StructureTree tree, Place place) {
        this.file = file;
        this.tree = tree;
        this.place = place;
    }

    /** Whether the element has a link, of a kind that a PDF can follow by itself. */
    public boolean has(JRPrintHyperlink element) throws PdfException {
        HyperlinkTypeEnum type = element.getHyperlinkType();
        return switch (type == null ? HyperlinkTypeEnum.NONE : type) {
            case REFERENCE -> element.getHyperlinkReference() != null;
            case LOCAL_ANCHOR -> element.getHyperlinkAnchor() != null;
            case LOCAL_PAGE -> element.getHyperlinkPage() != null;
            case NONE, NULL -> false;
            case REMOTE_ANCHOR, REMOTE_PAGE, CUSTOM ->
                throw place.error("a hyperlink of type " + element.getLinkType()
                        + " is not supported; use Reference, LocalAnchor or LocalPage.");
        };
    }

    /** An anchor; the first of a name counts. */
    public void anchor(String name, Destination destination) {
        anchors.putIfAbsent(name, destination);
    }

    /**
     * Adds a link.
     *
     * @param owner its structure element, or null in an artifact
     * @param text what it says, if it has no tooltip
     * @param bounds left, bottom, right, top
     */
    public void add(JRPrintHyperlink element, StructureElement owner, String text, double[] bounds) throws IOException {
        String tooltip = element.getHyperlinkTooltip();
        String says = tooltip == null || tooltip.isBlank() ? text : tooltip;
        switch (element.getHyperlinkType()) {
            case REFERENCE -> {
                String address = element.getHyperlinkReference();
                if (address.startsWith("#")) {
                    toAnchor(address.substring(1), owner, says, bounds);
                } else {
                    int object = file.reserve();
                    Bytes bytes = annotation(object, owner, says, bounds).ascii("/A<</S/URI/URI ");
                    file.object(object, bytes.hex(uri(address)).ascii(">>>>"));
                }
            }
            case LOCAL_ANCHOR -> toAnchor(element.getHyperlinkAnchor(), owner, says, bounds);
            default -> {
                int object = file.reserve();
                int page = element.getHyperlinkPage();
                PdfException dangling =
                        place.error("the link leads to page " + page + ", which the document does not have.");
                pending.add(new Pending(object, annotation(object, owner, says, bounds), null, page, dangling));
            }
        }
    }

    /**
     * Adds a link to an anchor.
     *
     * @param owner its structure element, or null in an artifact
     * @param bounds left, bottom, right, top
     */
    public void toAnchor(String anchor, StructureElement owner, String says, double[] bounds) {
        int object = file.reserve();
        PdfException dangling =
                place.error("the link leads to the anchor '" + anchor + "', which the document does not have.");
        pending.add(new Pending(object, annotation(object, owner, says, bounds), anchor, 0, dangling));
    }

    private Bytes annotation(int object, StructureElement owner, String says, double[] bounds) {
        onPage.add(object);
        Bytes bytes = new Bytes().ascii("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
        for (double value : bounds) {
            bytes.number(value);
        }
        bytes.ascii("]/Contents ").text(says);
        if (owner != null) {
            bytes.ascii("/StructParent ").integer(tree.annotation(owner, object));
        }
        return bytes;
    }

    /** The annotations of the page that ends here, as an entry of its dictionary. */
    public String endPage() {
        if (onPage.size() == 0) {
            return "";
        }
        Bytes bytes = new Bytes().ascii("/Annots[");
        for (int i = 0; i < onPage.size(); i++) {
            bytes.reference(onPage.get(i));
        }
        onPage = new IntList();
        return bytes.ascii("]").toString();
    }

    /** @param pages where the pages begin, in their order */
    public void write(List<Destination> pages) throws IOException, PdfException {
        for (Pending link : pending) {
            Bytes bytes = link.start().ascii("/Dest");
            if (link.anchor() != null && anchors.containsKey(link.anchor())) {
                bytes.hex(name(link.anchor()));
            } else if (link.anchor() == null && link.page() >= 1 && link.page() <= pages.size()) {
                pages.get(link.page() - 1).write(bytes);
            } else {
                throw link.dangling();
            }
            file.object(link.object(), bytes.ascii(">>"));
        }
    }

    /** The anchors as named destinations, as an entry of the catalog. */
    public String names() {
        if (anchors.isEmpty()) {
            return "";
        }
        Bytes bytes = new Bytes().ascii("/Names<</Dests<</Names[");
        for (Map.Entry<String, Destination> anchor : anchors.entrySet()) {
            bytes.hex(name(anchor.getKey()));
            anchor.getValue().write(bytes);
        }
        return bytes.ascii("]>>>>").toString();
    }

    private static byte[] name(String anchor) {
        return anchor.getBytes(StandardCharsets.UTF_8);
    }

    /** An address has ASCII characters only: others are written as their UTF-8 bytes, percent-encoded. */
    private static byte[] uri(String address) {
        Bytes bytes = new Bytes();
        for (byte b : address.strip().getBytes(StandardCharsets.UTF_8)) {
            int value = b & 255;
            bytes.ascii(value > 32 && value < 127 ? String.valueOf((char) value) : String.format("%%%02X", value));
        }
        return bytes.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

package org.opbrief.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Reads a file as a screen reader does: the structure, and the text that belongs to each element. */
final class ReadBack {
    /** An element of the structure with its own text, not that of its children. */
    record Element(String type, String text, COSDictionary dictionary, List<Element> children) {

        List<Element> all(String wanted) {
            List<Element> found = new ArrayList<>();
            for (Element child : children) {
                if (child.type.equals(wanted)) {
                    found.add(child);
                }
                found.addAll(child.all(wanted));
            }
            return found;
        }

        List<String> childTypes() {
            return children.stream().map(Element::type).toList();
        }

        /** Types and texts, e.g. {@code H1(Title) P(Text Link(here))}. */
        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            if (!text.isBlank()) {
                parts.add(text.strip().replaceAll("\\s+", " "));
            }
            children.forEach(child -> parts.add(child.toString()));
            return type + "(" + String.join(" ", parts) + ")";
        }
    }

    private final Element document;
    private final List<String> pageTexts = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> bookmarks = new ArrayList<>();

    ReadBack(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            Map<COSDictionary, Map<Integer, String>> contents = new HashMap<>();
            for (PDPage page : pdf.getPages()) {
                contents.put(page.getCOSObject(), read(page));
                for (PDAnnotation annotation : page.getAnnotations()) {
                    PDAnnotationLink link = (PDAnnotationLink) annotation;
                    links.add(link.getContents() + " -> "
                            + (link.getAction() == null
                                    ? "page " + (pdf.getPages().indexOf(page(pdf, link)) + 1)
                                    : link.getAction().getCOSObject().getString(COSName.URI)));
                }
            }
            List<Element> roots = children(pdf.getDocumentCatalog().getStructureTreeRoot(), null, contents);
            document = roots.get(0);
            if (pdf.getDocumentCatalog().getDocumentOutline() != null) {
                bookmarks(pdf.getDocumentCatalog().getDocumentOutline(), "");
            }
        }
    }

    Element document() {
        return document;
    }

    /** What each page says, in the order of its content, drawings left out. */
    List<String> pageTexts() {
        return pageTexts;
    }

    List<String> artifacts() {
        return artifacts;
    }

    List<String> links() {
        return links;
    }

    List<String> bookmarks() {
        return bookmarks;
    }

    private static PDPage page(PDDocument pdf, PDAnnotationLink link) throws IOException {
        return link.getDestination() instanceof PDNamedDestination name
                ? pdf.getDocumentCatalog().findNamedDestinationPage(name).getPage()
                : ((PDPageDestination) link.getDestination()).getPage();
    }

    private Map<Integer, String> read(PDPage page) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor() {
            @Override
            public void showForm(PDFormXObject form) {
                // drawings have an alternative text
            }
        };
        extractor.setSuppressDuplicateOverlappingText(false);
        extractor.processPage(page);
        Map<Integer, String> byId = new LinkedHashMap<>();
        StringBuilder all = new StringBuilder();
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            StringBuilder text = new StringBuilder();
            for (Object part : content.getContents()) {
                if (part instanceof TextPosition position) {
                    text.append(position.getUnicode());
                }
            }
            all.append(text).append('\n');
            if (content.getMCID() >= 0) {
                byId.put(content.getMCID(), text.toString());
            } else if (!text.isEmpty()) {
                artifacts.add(text.toString().strip());
            }
        }
        pageTexts.add(all.toString().replaceAll("\\s+", " ").strip());
        return byId;
    }

    private List<Element> children(
            PDStructureNode node, PDPage inherited, Map<COSDictionary, Map<Integer, String>> contents) {
        List<Element> children = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                PDPage page = element.getPage() == null ? inherited : element.getPage();
                StringBuilder text = new StringBuilder();
                for (Object content : element.getKids()) {
                    if (content instanceof Integer id) {
                        text.append(contents.get(page.getCOSObject()).get(id));
                    } else if (content instanceof PDMarkedContentReference reference) {
                        text.append(
                                contents.get(reference.getPage().getCOSObject()).get(reference.getMCID()));
                    }
                }
                children.add(new Element(
                        element.getStructureType(),
                        text.toString(),
                        element.getCOSObject(),
                        children(element, page, contents)));
            }
        }
        return children;
    }

    private void bookmarks(PDOutlineNode node, String indent) {
        for (PDOutlineItem item : node.children()) {
            bookmarks.add(indent + item.getTitle());
            bookmarks(item, indent + "  ");
        }
    }
}

package org.opbrief.output.pdf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a layout declares and where it stands in its file, which JasperReports does not tell. */
final class LayoutSource {

    private static final Pattern TABLE = Pattern.compile("\\$P\\{table_([a-z0-9_]+)\\}");

    /** A layout that is no layout, and what to do. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        Refused(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /**
     * A field or parameter.
     *
     * @param dataset that it belongs to; empty for the layout itself
     * @param initial whether the layout gives it a value
     */
    record Declared(String dataset, String name, String type, boolean initial, int line) {}

    /** A font that something asks for. */
    record FontUse(String name, int line) {}

    private final List<Declared> fields = new ArrayList<>();
    private final List<Declared> parameters = new ArrayList<>();
    private final List<FontUse> fonts = new ArrayList<>();
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final String[] lines;

    private LayoutSource(byte[] xml) {
        lines = new String(xml, StandardCharsets.UTF_8).split("\n", -1);
    }

    static LayoutSource read(byte[] xml) throws Refused {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        LayoutSource source = new LayoutSource(xml);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            source.read(reader);
            return source;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Refused(line, "is not XML: " + reason(e));
        }
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf("Message: ") + 1)
                .replaceFirst("^essage: ", "")
                .strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("\\.$", "");
    }

    private static final class Open {
        private final String name;
        private final String of;
        private final String type;
        private final int line;
        private final StringBuilder text = new StringBuilder();
        private boolean initial;

        Open(String name, String of, String type, int line) {
            this.name = name;
            this.of = of;
            this.type = type;
            this.line = line;
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException, Refused {
        Deque<Open> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new Refused(
                            reader.getLocation().getLineNumber(),
                            "is made for JasperReports before 6.3: save it with Jaspersoft Studio 6, then open and save it with"
                                    + " Jaspersoft Studio 7; neither needs a network");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.isEmpty()) {
                        checkRoot(reader);
                    }
                    open.push(start(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.peek().text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> end(open.pop(), open);
                default -> {
                    // comments and the like
                }
            }
        }
    }

    private static void checkRoot(XMLStreamReader reader) throws Refused {
        int line = reader.getLocation().getLineNumber();
        if (!reader.getLocalName().equals("jasperReport")) {
            throw new Refused(line, "is no layout: it begins with <" + reader.getLocalName() + ">, not <jasperReport>");
        }
        if (reader.getNamespaceURI() != null) {
            throw new Refused(
                    line,
                    "is a layout of JasperReports 6, and Opbrief reads those of 7: open it in Jaspersoft Studio 7 and save"
                            + " it, or convert a whole folder there with 'JasperReports, Update JasperReports Files'; that"
                            + " needs no network");
        }
    }

    private Open start(XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("fontName")) {
                fonts.add(new FontUse(reader.getAttributeValue(i), line));
            }
        }
        String of = reader.getLocalName().equals("datasetRun")
                ? reader.getAttributeValue(null, "subDataset")
                : reader.getAttributeValue(null, "name");
        String type = reader.getAttributeValue(null, "class");
        return new Open(reader.getLocalName(), of == null ? "" : of, type == null ? "java.lang.String" : type, line);
    }

    private void end(Open element, Deque<Open> around) {
        Open parent = around.peek();
        String text = element.text.toString().strip();
        if (!text.isEmpty()) {
            texts.putIfAbsent(text, element.line);
        }
        if (parent == null) {
            return;
        }
        boolean ofLayout = around.size() == 1;
        boolean ofDataset = around.size() == 2 && parent.name.equals("dataset");
        switch (element.name) {
            case "defaultValueExpression" -> parent.initial = true;
            case "dataSourceExpression" -> {
                Matcher table = TABLE.matcher(text);
                if (parent.name.equals("datasetRun") && table.find()) {
                    tables.put(parent.of, table.group(1));
                }
            }
            case "field", "parameter" -> {
                if (ofLayout || ofDataset) {
                    (element.name.equals("field") ? fields : parameters)
                            .add(new Declared(
                                    ofLayout ? "" : parent.of,
                                    element.of,
                                    element.type,
                                    element.initial,
                                    element.line));
                }
            }
            default -> {
                // no declaration
            }
        }
    }

    List<Declared> fields() {
        return fields;
    }

    List<Declared> parameters() {
        return parameters;
    }

    List<FontUse> fonts() {
        return fonts;
    }

    /** The table that a dataset is run over, if its data source is one of the report's. */
    Optional<String> tableOf(String dataset) {
        return Optional.ofNullable(tables.get(dataset));
    }

    /** Where an expression stands; 0 if that is not known. */
    int lineOfExpression(String expression) {
        return texts.getOrDefault(expression.strip(), 0);
    }

    /** The first line with that text; 0 if there is none. */
    int lineWith(String text) {
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(text)) {
                return i + 1;
            }
        }
        return 0;
    }
}

package org.opbrief.importer.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.opbrief.api.data.ImportException;

/** Walks through the elements of a part. A DOCTYPE is refused: no Office file has one, and it is how XML attacks. */
final class Xml implements Closeable {
    /** Excel allows 32,767 characters a cell. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final XMLInputFactory FACTORY = factory();

    private final String file;
    private final Parts.Part part;
    private final XMLStreamReader reader;

    Xml(String file, Parts.Part part) throws IOException, ImportException {
        this.file = file;
        this.part = part;
        try {
            this.reader = FACTORY.createXMLStreamReader(text(part));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** Parts are UTF-8 or UTF-16. The parser's own decoders would write what they meet to the standard error. */
    private static Reader text(Parts.Part part) throws IOException {
        PushbackInputStream in = new PushbackInputStream(part, 3);
        byte[] head = in.readNBytes(3);
        boolean wide = head.length > 1 && (head[0] == 0 || head[1] == 0 || (head[0] & 0xfe) == 0xfe);
        boolean mark =
                head.length == 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf;
        if (!mark) {
            in.unread(head);
        }
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new InputStreamReader(in, charset.newDecoder());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Goes to the next start of an element, as {@link #name} tells; false at the end. */
    boolean nextStart() throws IOException, ImportException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes to the next start or end of an element or text. */
    int next() throws IOException, ImportException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new ImportException(file + ": its part " + part.path()
                        + " declares or uses entities of its own (DOCTYPE), which no workbook does; it is not read.");
            }
            return event;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof CharacterCodingException) {
                throw fault("holds bytes that are no text");
            }
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw malformed(e);
        }
    }

    /** Adds the text of the current event. */
    void addText(StringBuilder text) throws ImportException {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        if (text.length() > LONGEST_TEXT) {
            throw fault("holds a text of more than " + LONGEST_TEXT + " characters, which no cell can");
        }
    }

    String name() {
        return reader.getLocalName();
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name));
    }

    /** Null if there is none: for attributes of which there are millions. */
    String rawAttribute(int index) {
        return reader.getAttributeValue(index);
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    /** The attribute {@code id} that has a prefix: it leads to a relationship, in whichever of two name spaces. */
    Optional<String> relationship() {
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            String prefix = reader.getAttributePrefix(index);
            if (reader.getAttributeLocalName(index).equals("id") && prefix != null && !prefix.isEmpty()) {
                return Optional.of(reader.getAttributeValue(index));
            }
        }
        return Optional.empty();
    }

    boolean isTrue(String name) {
        return attribute(name)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    int number(String name, int otherwise) throws ImportException {
        Optional<String> value = attribute(name);
        try {
            return value.isEmpty() ? otherwise : Integer.parseInt(value.get().strip());
        } catch (NumberFormatException e) {
            throw fault("has \"" + value.get() + "\" where a number is expected");
        }
    }

    /** How much of the part was read, 0 to 1. */
    double share() {
        return part.share();
    }

    /** @param what in words that follow the name of the part */
    ImportException fault(String what) {
        return new ImportException(file + ": its part " + part.path() + " " + what + "; save it anew in Excel.");
    }

    private ImportException malformed(XMLStreamException e) {
        if (String.valueOf(e.getMessage()).contains("DOCTYPE")) {
            return fault("declares entities of its own (DOCTYPE), which no workbook does");
        }
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? -1 : e.getLocation().getColumnNumber();
        return new ImportException(
                file + ": its part " + part.path() + " is damaged at line " + line + ", character " + column
                        + " (no well-formed XML); save it anew in Excel.",
                e);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            part.close();
        }
    }
}

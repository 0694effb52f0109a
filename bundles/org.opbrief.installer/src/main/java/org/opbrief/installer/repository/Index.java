package org.opbrief.installer.repository;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.felix.utils.repository.StaxParser;
import org.apache.felix.utils.repository.StaxParser.XmlRepository;
import org.opbrief.api.pack.PackException;
import org.osgi.resource.Resource;

/** The index of a repository: the XML of OSGi's Repository Service (chapter 132). */
final class Index {

    private Index() {}

    /** @param place of the index, which the addresses in it are relative to */
    static List<Resource> read(URI place, byte[] content) throws PackException {
        try {
            refuseDoctype(place, content);
            return StaxParser.parse(place, new ByteArrayInputStream(content)).resources;
        } catch (XMLStreamException e) {
            throw new PackException(
                    place + ", line " + e.getLocation().getLineNumber() + ": this is no XML that can be read.", e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new PackException(place + " is no index of a repository: " + e.getMessage() + ".", e);
        }
    }

    /** A document type can name files and addresses that a reader would open, and texts that grow without end. */
    private static void refuseDoctype(URI place, byte[] content) throws XMLStreamException, PackException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new PackException(place + ", line " + reader.getLocation().getLineNumber()
                        + ": an index of a repository has no DOCTYPE; remove it.");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return; // there is none further down
            }
        }
    }

    static byte[] write(String name, long increment, List<Resource> resources) {
        XmlRepository repository = new XmlRepository();
        repository.name = name;
        repository.increment = increment;
        repository.resources = resources;
        StringWriter text = new StringWriter();
        try {
            StaxParser.write(repository, text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

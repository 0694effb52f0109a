package org.opbrief.installer.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.opbrief.api.pack.PackException;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a pack contributes to the window: the file that its header {@code Model-Fragment} names. Eclipse reads it as it is, so it is read
 * before, and by a parser that opens nothing else.
 */
final class Contribution {

    static final String HEADER = "Model-Fragment";

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Path jar;
    private final String pack;
    private final Refused refused;

    /** @param pack its name */
    Contribution(Path jar, String pack, Refused refused) {
        this.jar = jar;
        this.pack = pack;
        this.refused = refused;
    }

    void check(Map<String, String> headers) throws PackException {
        String file = headers.get(HEADER);
        if (file == null) {
            return;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(file);
            if (entry == null || entry.isDirectory()) {
                throw refused.because(
                        "the header %s names the file %s, which is not in it; write the path of a file of the pack and nothing else",
                        HEADER, file);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                check(zip, file, in);
            }
        } catch (IOException e) {
            throw refused.because(e, "it cannot be read (%s)", JarStructure.words(e));
        }
    }

    private void check(ZipFile zip, String file, InputStream in) throws PackException, IOException {
        ContributionRules rules =
                new ContributionRules(pack, name -> zip.getEntry(name.replace('.', '/') + ".class") != null);
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.newSAXParser().parse(in, rules);
        } catch (SAXParseException e) {
            throw refused.because(
                    e,
                    "%s, line %d, cannot be used: %s",
                    file,
                    e.getLineNumber(),
                    e.getMessage().replaceFirst("\\.$", ""));
        } catch (SAXException | ParserConfigurationException e) {
            throw refused.because(e, "%s cannot be read (%s)", file, String.valueOf(e.getMessage()));
        }
    }
}

package org.opbrief.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.file.PdfFile;

/** Writes what the document says of itself, in XMP and in the old way, and the colour space that it is meant for. */
final class MetadataWriter {
    private static final String PRODUCER = "Opbrief";
    private static final String DESCRIPTION = "<rdf:Description rdf:about=\"\" ";

    /** PDF/A wants each schema that it does not know to be described. */
    private static final String PDFUA_SCHEMA = DESCRIPTION
            + "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
            + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
            + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
            + "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
            + "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
            + "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
            + "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
            + "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
            + "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
            + "<pdfaProperty:category>internal</pdfaProperty:category>"
            + "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>"
            + "</rdf:li></rdf:Seq></pdfaSchema:property>"
            + "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

    private final PdfFile file;
    private final PdfMetadata metadata;

    MetadataWriter(PdfFile file, PdfMetadata metadata) {
        this.file = file;
        this.metadata = metadata;
    }

    int information() throws IOException {
        String date = "D:"
                + DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                        .withZone(ZoneOffset.UTC)
                        .format(metadata.created())
                + "Z";
        Bytes bytes = new Bytes().ascii("<</Title ").text(metadata.title());
        entry(bytes, "Author", metadata.author());
        entry(bytes, "Subject", metadata.subject());
        entry(bytes, "Keywords", metadata.keywords());
        entry(bytes, "Producer", PRODUCER);
        bytes.ascii("/CreationDate(" + date + ")/ModDate(" + date + ")>>");
        int object = file.reserve();
        file.object(object, bytes);
        return object;
    }

    int xmp() throws IOException {
        byte[] bytes = packet().getBytes(StandardCharsets.UTF_8);
        int object = file.reserve();
        // not deflated, so that tools that know no PDF find it
        file.encodedStream(object, "/Type/Metadata/Subtype/XML", bytes, bytes.length);
        return object;
    }

    /** The sRGB profile of the Java runtime. */
    int outputProfile() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        int object = file.reserve();
        file.stream(object, "/N 3", profile, profile.length);
        return object;
    }

    private String packet() {
        String date = DateTimeFormatter.ISO_INSTANT.format(metadata.created().truncatedTo(ChronoUnit.SECONDS));
        StringBuilder xmp = new StringBuilder("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        xmp.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">");
        xmp.append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        xmp.append(DESCRIPTION).append("xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
        xmp.append("<dc:format>application/pdf</dc:format>");
        alternative(xmp, "title", metadata.title());
        if (!metadata.author().isEmpty()) {
            xmp.append("<dc:creator><rdf:Seq><rdf:li>").append(escape(metadata.author()));
            xmp.append("</rdf:li></rdf:Seq></dc:creator>");
        }
        if (!metadata.subject().isEmpty()) {
            alternative(xmp, "description", metadata.subject());
        }
        xmp.append("<dc:language><rdf:Bag><rdf:li>").append(metadata.language());
        xmp.append("</rdf:li></rdf:Bag></dc:language></rdf:Description>\n");
        xmp.append(DESCRIPTION).append("xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" pdf:Producer=\"");
        xmp.append(PRODUCER).append('"');
        if (!metadata.keywords().isEmpty()) {
            xmp.append(" pdf:Keywords=\"").append(escape(metadata.keywords())).append('"');
        }
        xmp.append("/>\n").append(DESCRIPTION).append("xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmp:CreateDate=\"");
        xmp.append(date).append("\" xmp:ModifyDate=\"").append(date).append("\"/>\n");
        xmp.append(DESCRIPTION).append("xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"");
        xmp.append(" pdfaid:part=\"2\" pdfaid:conformance=\"A\"/>\n");
        xmp.append(DESCRIPTION).append("xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" pdfuaid:part=\"1\"/>\n");
        xmp.append(PDFUA_SCHEMA);
        return xmp.append("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>").toString();
    }

    private static void alternative(StringBuilder xmp, String name, String value) {
        xmp.append("<dc:").append(name).append("><rdf:Alt><rdf:li xml:lang=\"x-default\">");
        xmp.append(escape(value))
                .append("</rdf:li></rdf:Alt></dc:")
                .append(name)
                .append('>');
    }

    private static void entry(Bytes bytes, String name, String value) {
        if (!value.isEmpty()) {
            bytes.ascii("/").ascii(name).ascii(" ").text(value);
        }
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package org.opbrief.pdf.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Queue;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * Writes what PDFBox builds (fonts, images, drawings) to the file. Streams become objects of their own, dictionaries stay
 * where they are unless they were {@link #reserve reserved}.
 */
public final class CosWriter {
    private final PdfFile file;
    private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();
    private final Queue<COSStream> streams = new ArrayDeque<>();

    public CosWriter(PdfFile file) {
        this.file = file;
    }

    /** Number of a dictionary that is not complete yet: others refer to it, and {@link #write} follows. */
    public int reserve(COSDictionary dictionary) {
        return numbers.computeIfAbsent(dictionary, d -> file.reserve());
    }

    /** Writes a reserved dictionary and the streams that it refers to. */
    public void write(COSDictionary dictionary) throws IOException {
        Bytes bytes = new Bytes().ascii("<<");
        entries(bytes, dictionary);
        file.object(reserve(dictionary), bytes.ascii(">>"));
        writeStreams();
    }

    /** Writes a stream and those that it refers to, and gives its number. Asked again, it writes nothing. */
    public int write(COSStream stream) throws IOException {
        int number = number(stream);
        writeStreams();
        return number;
    }

    private int number(COSStream stream) {
        Integer known = numbers.get(stream);
        if (known != null) {
            return known;
        }
        int number = file.reserve();
        numbers.put(stream, number);
        streams.add(stream);
        return number;
    }

    private void writeStreams() throws IOException {
        for (COSStream stream = streams.poll(); stream != null; stream = streams.poll()) {
            Bytes dictionary = new Bytes();
            entries(dictionary, stream);
            byte[] content;
            try (InputStream in = stream.createRawInputStream()) {
                content = in.readAllBytes();
            }
            file.encodedStream(numbers.get(stream), dictionary.toString(), content, content.length);
        }
    }

    private void entries(Bytes bytes, COSDictionary dictionary) throws IOException {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            if (dictionary instanceof COSStream && COSName.LENGTH.equals(entry.getKey())) {
                continue;
            }
            bytes.name(entry.getKey().getName()).ascii(" ");
            value(bytes, entry.getValue());
        }
    }

    private void value(Bytes bytes, COSBase base) throws IOException {
        COSBase value = base instanceof COSObject object ? object.getObject() : base;
        if (value == null || value instanceof COSNull) {
            bytes.ascii("null ");
        } else if (value instanceof COSStream stream) {
            bytes.reference(number(stream));
        } else if (value instanceof COSDictionary dictionary) {
            dictionary(bytes, dictionary);
        } else if (value instanceof COSArray array) {
            bytes.ascii("[");
            for (COSBase item : array) {
                value(bytes, item);
                bytes.ascii(" ");
            }
            bytes.ascii("]");
        } else if (value instanceof COSName name) {
            bytes.name(name.getName());
        } else if (value instanceof COSInteger integer) {
            bytes.integer(integer.longValue());
        } else if (value instanceof COSFloat number) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            number.writePDF(written);
            bytes.ascii(written.toString(StandardCharsets.ISO_8859_1));
        } else if (value instanceof COSBoolean flag) {
            bytes.ascii(flag.getValue() ? "true" : "false");
        } else if (value instanceof COSString string) {
            bytes.hex(string.getBytes());
        } else {
            throw new IllegalStateException("PDFBox object " + value.getClass() + " cannot be written");
        }
    }

    private void dictionary(Bytes bytes, COSDictionary dictionary) throws IOException {
        Integer number = numbers.get(dictionary);
        if (number != null) {
            bytes.reference(number);
            return;
        }
        bytes.ascii("<<");
        entries(bytes, dictionary);
        bytes.ascii(">>");
    }
}

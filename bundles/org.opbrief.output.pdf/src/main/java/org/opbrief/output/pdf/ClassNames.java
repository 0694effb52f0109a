package org.opbrief.output.pdf;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The classes that a compiled class names, out of its constant pool (The Java Virtual Machine Specification, chapter 4.4). */
final class ClassNames {

    private static final int UTF8 = 1;
    private static final int CLASS = 7;

    private ClassNames() {}

    static Set<String> in(byte[] compiled) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(compiled))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            String[] texts = new String[count];
            List<Integer> classes = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 -> texts[i] = in.readUTF();
                    case CLASS -> classes.add(in.readUnsignedShort());
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // long and double take two places
                    }
                    default -> in.skipNBytes(4);
                }
            }
            Set<String> names = new TreeSet<>();
            for (int index : classes) {
                name(texts[index]).ifPresent(names::add);
            }
            return names;
        } catch (IOException e) {
            throw new IllegalStateException("Not a compiled class", e);
        }
    }

    /** Of arrays, what they are arrays of; nothing for those of numbers. */
    private static Optional<String> name(String internal) {
        String element = internal.replaceFirst("^\\[+", "");
        if (element.length() == internal.length()) {
            return Optional.of(internal.replace('/', '.'));
        }
        return element.startsWith("L")
                ? Optional.of(element.substring(1, element.length() - 1).replace('/', '.'))
                : Optional.empty();
    }
}

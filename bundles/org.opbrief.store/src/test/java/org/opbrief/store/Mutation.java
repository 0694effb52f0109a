package org.opbrief.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** One way to damage a file. */
enum Mutation {
    BITS {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] changed = file.clone();
            for (int count = 1 + random.nextInt(12); count > 0; count--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return changed;
        }
    },
    BYTES {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] changed = file.clone();
            for (int count = 1 + random.nextInt(12); count > 0; count--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            return changed;
        }
    },
    CUT_OFF {
        @Override
        byte[] of(byte[] file, Random random) {
            return Arrays.copyOf(file, 1 + random.nextInt(file.length));
        }
    },
    LEFT_OUT {
        @Override
        byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(longest(file)));
            return join(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
        }
    },
    TWICE {
        @Override
        byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + 1 + random.nextInt(longest(file)));
            return join(Arrays.copyOf(file, to), Arrays.copyOfRange(file, from, file.length));
        }
    },
    SIGNS_SWAPPED {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] changed = file.clone();
            byte one = pick(SIGNS, random);
            byte other = pick(SIGNS, random);
            boolean all = random.nextBoolean();
            for (int index = 0; index < changed.length; index++) {
                if (changed[index] == one && (all || random.nextInt(8) == 0)) {
                    changed[index] = other;
                }
            }
            return changed;
        }
    },
    SIGNS_ADDED {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] changed = file;
            for (int count = 1 + random.nextInt(6); count > 0; count--) {
                int at = random.nextInt(changed.length + 1);
                byte[] sign = {pick(SIGNS, random)};
                changed = join(Arrays.copyOf(changed, at), sign, Arrays.copyOfRange(changed, at, changed.length));
            }
            return changed;
        }
    },
    WORDS_ADDED {
        @Override
        byte[] of(byte[] file, Random random) {
            int at = random.nextInt(file.length + 1);
            String word = WORDS.get(random.nextInt(WORDS.size()));
            byte[] added = word.repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.UTF_8);
            return join(Arrays.copyOf(file, at), added, Arrays.copyOfRange(file, at, file.length));
        }
    },
    /** Of files that are archives: what one part holds is damaged, or the part is left out, renamed or emptied. */
    PART {
        @Override
        byte[] of(byte[] file, Random random) throws IOException {
            Map<String, byte[]> parts = parts(file);
            if (parts.isEmpty()) {
                return BYTES.of(file, random);
            }
            String name = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
            byte[] part = parts.get(name);
            switch (random.nextInt(8)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(name, new byte[0]);
                case 2 -> parts.put("../" + name, parts.remove(name));
                case 3 -> parts.put(name.toUpperCase(java.util.Locale.ROOT), parts.remove(name));
                default -> {
                    Mutation inner = values()[random.nextInt(PART.ordinal())];
                    parts.put(name, part.length == 0 ? part : inner.of(part, random));
                }
            }
            return zip(parts);
        }
    };

    private static final byte[] SIGNS = ",;\t|\"'\n\r\0{}[]:<>/&=-+.\u00e4\u0001".getBytes(StandardCharsets.UTF_8);
    private static final List<String> WORDS = List.of(
            "\"\"",
            "\"\n",
            "\r\r\n",
            "null",
            "NaN",
            "1e999",
            "-0",
            "9".repeat(400),
            "x".repeat(5_000),
            "a,b,c\n",
            "\ufeff",
            "\ud83d\ude00",
            "\\ud800",
            "\\u0000",
            "[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "&a;",
            "<row r=\"1048576\"/>",
            "<c r=\"XFD1\"><v>1</v></c>",
            "2023-02-31",
            "=1+1");

    abstract byte[] of(byte[] file, Random random) throws IOException;

    private static int longest(byte[] file) {
        return Math.max(1, file.length / 4);
    }

    private static byte pick(byte[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    private static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

package org.opbrief.importer.parquet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The type of a field as DuckDB writes it, e.g. {@code STRUCT(a INTEGER, "b c" VARCHAR[])}.
 *
 * @param name as it is written
 * @param fields of a struct
 * @param elements the type of a list's elements; none or one
 */
record FieldType(Kind kind, String name, Map<String, FieldType> fields, List<FieldType> elements) {

    enum Kind {
        PLAIN,
        STRUCT,
        LIST,
        LEFT_OUT
    }

    static FieldType of(String text) {
        return new Parser(text).type();
    }

    FieldType element() {
        return elements.get(0);
    }

    /** SQL of a plain value as text: days and times as ISO 8601 has them, times with a zone in UTC. */
    String text(String sql) {
        String plain = "CAST(" + sql + " AS VARCHAR)";
        if (name.equals("TIMESTAMP WITH TIME ZONE")) {
            return "replace(replace(" + plain + ", ' ', 'T'), '+00', 'Z')";
        }
        return name.startsWith("TIMESTAMP") ? "replace(" + plain + ", ' ', 'T')" : plain;
    }

    private static FieldType plain(String name) {
        boolean bytes = name.equals("BLOB") || name.equals("BIT") || name.startsWith("GEOMETRY");
        return new FieldType(bytes ? Kind.LEFT_OUT : Kind.PLAIN, name, Map.of(), List.of());
    }

    private static FieldType leftOut(String name) {
        return new FieldType(Kind.LEFT_OUT, name, Map.of(), List.of());
    }

    /** Reads a type from the left to the right. */
    private static final class Parser {
        private final String text;
        private int next;

        Parser(String text) {
            this.text = text;
        }

        FieldType type() {
            int start = next;
            FieldType type = text.startsWith("STRUCT(", next) ? struct() : simple();
            while (next < text.length() && text.charAt(next) == '[') {
                next = text.indexOf(']', next) + 1;
                String name = text.substring(start, next);
                type = type.kind() == Kind.PLAIN
                        ? new FieldType(Kind.LIST, name, Map.of(), List.of(type))
                        : leftOut(name);
            }
            return type;
        }

        private FieldType struct() {
            int start = next;
            next += "STRUCT(".length();
            Map<String, FieldType> fields = new LinkedHashMap<>();
            while (text.charAt(next) != ')') {
                String name = fieldName();
                next++;
                fields.put(name, type());
                if (text.startsWith(", ", next)) {
                    next += 2;
                }
            }
            next++;
            return new FieldType(Kind.STRUCT, text.substring(start, next), fields, List.of());
        }

        private String fieldName() {
            StringBuilder name = new StringBuilder();
            if (text.charAt(next) != '"') {
                int end = text.indexOf(' ', next);
                name.append(text, next, end);
                next = end;
                return name.toString();
            }
            next++;
            while (text.charAt(next) != '"' || text.startsWith("\"\"", next)) {
                next += text.charAt(next) == '"' ? 1 : 0;
                name.append(text.charAt(next++));
            }
            next++;
            return name.toString();
        }

        /** Up to the comma, bracket or end that is no part of it. */
        private FieldType simple() {
            int start = next;
            int depth = 0;
            while (next < text.length()) {
                char current = text.charAt(next);
                if (depth == 0 && (current == ',' || current == ')' || current == '[')) {
                    break;
                }
                depth += current == '(' ? 1 : current == ')' ? -1 : 0;
                next++;
            }
            String name = text.substring(start, next);
            return name.startsWith("MAP(") || name.startsWith("UNION(") || name.equals("VARIANT")
                    ? leftOut(name)
                    : plain(name);
        }
    }
}

package org.opbrief.output.excel;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A workbook as its XML has it, read without POI, and what is wrong with it. */
final class Package {
    private final Map<String, byte[]> parts = new TreeMap<>();

    Package(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    private record Element(String name, Map<String, String> attributes, String text) {}

    /** All elements of a part that have one of these names, with their own text, in the order of their ends. */
    private List<Element> elements(String part, Set<String> names) throws XMLStreamException {
        XMLStreamReader xml =
                XMLInputFactory.newFactory().createXMLStreamReader(new ByteArrayInputStream(parts.get(part)));
        List<Element> found = new ArrayList<>();
        List<Map<String, String>> attributes = new ArrayList<>();
        List<StringBuilder> texts = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                Map<String, String> own = new HashMap<>();
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    own.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                }
                attributes.add(own);
                texts.add(names.contains(xml.getLocalName()) ? new StringBuilder() : null);
            } else if (event == XMLStreamReader.CHARACTERS && !texts.isEmpty()) {
                String characters = xml.getText();
                texts.stream().filter(Objects::nonNull).forEach(text -> text.append(characters));
            } else if (event == XMLStreamReader.END_ELEMENT) {
                Map<String, String> own = attributes.remove(attributes.size() - 1);
                StringBuilder text = texts.remove(texts.size() - 1);
                if (names.contains(xml.getLocalName())) {
                    found.add(new Element(xml.getLocalName(), own, text.toString()));
                }
            }
        }
        return found;
    }

    /** Values of a sheet's cells by reference, texts looked up, as the XML has them. */
    Map<String, String> cells(String sheetPart) throws XMLStreamException {
        List<Element> strings = elements("xl/sharedStrings.xml", Set.of("si"));
        Map<String, String> cells = new HashMap<>();
        String value = "";
        for (Element element : elements(sheetPart, Set.of("c", "v", "is"))) {
            if (!element.name().equals("c")) {
                value = element.text();
                continue;
            }
            boolean shared = "s".equals(element.attributes().get("t"));
            cells.put(
                    element.attributes().get("r"),
                    shared ? strings.get(Integer.parseInt(value)).text() : value);
            value = "";
        }
        return cells;
    }

    String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    /** What programs stumble over and schemas do not find. */
    List<String> lint() throws XMLStreamException {
        List<String> faults = new ArrayList<>();
        int styles = Integer.parseInt(
                elements("xl/styles.xml", Set.of("cellXfs")).get(0).attributes().get("count"));
        Element sst = elements("xl/sharedStrings.xml", Set.of("sst")).get(0);
        int strings = elements("xl/sharedStrings.xml", Set.of("si")).size();
        if (Integer.parseInt(sst.attributes().get("uniqueCount")) != strings) {
            faults.add("uniqueCount is not the number of strings");
        }
        int uses = 0;
        for (String part : parts.keySet()) {
            if (part.matches("xl/worksheets/sheet\\d+\\.xml")) {
                Set<String> references = new HashSet<>();
                for (Element cell : elements(part, Set.of("c"))) {
                    String reference = cell.attributes().get("r");
                    if (!references.add(reference)) {
                        faults.add(part + " has " + reference + " twice");
                    }
                    if (Integer.parseInt(cell.attributes().getOrDefault("s", "0")) >= styles) {
                        faults.add(part + " " + reference + " has a style that is not there");
                    }
                    if ("s".equals(cell.attributes().get("t"))) {
                        uses++;
                        if (Integer.parseInt(cell.text()) >= strings) {
                            faults.add(part + " " + reference + " has a text that is not there");
                        }
                    }
                }
            } else if (part.endsWith(".rels")) {
                lintRelations(part, faults);
            }
        }
        if (Integer.parseInt(sst.attributes().get("count")) != uses) {
            faults.add("count is not the number of uses of strings");
        }
        lintTables(faults);
        return faults;
    }

    private void lintRelations(String part, List<String> faults) throws XMLStreamException {
        Path folder = Path.of("/" + part).getParent().getParent();
        for (Element relation : elements(part, Set.of("Relationship"))) {
            String target = folder.resolve(relation.attributes().get("Target"))
                    .normalize()
                    .toString();
            if (!"External".equals(relation.attributes().get("TargetMode"))
                    && !parts.containsKey(target.substring(1))) {
                faults.add(part + " leads to " + target);
            }
        }
    }

    private void lintTables(List<String> faults) throws XMLStreamException {
        Set<String> names = new HashSet<>();
        for (Element name : elements("xl/workbook.xml", Set.of("definedName"))) {
            String scope = name.attributes().getOrDefault("localSheetId", "");
            if (!names.add(scope + name.attributes().get("name").toLowerCase(Locale.ROOT))) {
                faults.add("two names are " + name.attributes().get("name"));
            }
        }
        for (String part : parts.keySet()) {
            if (!part.startsWith("xl/tables/")) {
                continue;
            }
            Element table = elements(part, Set.of("table")).get(0);
            if (!names.add(table.attributes().get("displayName").toLowerCase(Locale.ROOT))) {
                faults.add("two names are " + table.attributes().get("displayName"));
            }
            Map<String, String> cells = cells(sheetOf(part));
            String[] corners = table.attributes().get("ref").split(":");
            int row = Integer.parseInt(corners[0].replaceAll("[A-Z]", ""));
            Set<String> headers = new HashSet<>();
            char column = 'A';
            for (Element header : elements(part, Set.of("tableColumn"))) {
                String name = header.attributes().get("name");
                if (!headers.add(name.toLowerCase(Locale.ROOT))) {
                    faults.add(part + " has two columns " + name);
                }
                if (!name.equals(cells.get(column + "" + row))) {
                    faults.add(part + " calls " + cells.get(column + "" + row) + " " + name);
                }
                column++;
            }
            if (!cells.containsKey(corners[1])) {
                faults.add(part + " ends at " + corners[1] + " where no cell is");
            }
        }
    }

    private String sheetOf(String tablePart) throws XMLStreamException {
        String file = tablePart.substring(tablePart.lastIndexOf('/') + 1);
        for (String part : parts.keySet()) {
            if (part.startsWith("xl/worksheets/_rels/")) {
                for (Element relation : elements(part, Set.of("Relationship"))) {
                    if (relation.attributes().get("Target").endsWith("/" + file)) {
                        return part.replace("_rels/", "").replace(".rels", "");
                    }
                }
            }
        }
        throw new AssertionError(tablePart + " belongs to no sheet");
    }

    /** What the schemas of ECMA-376 say against the parts that they describe. */
    List<String> invalid() throws Exception {
        List<URL> jars = new ArrayList<>();
        jars.add(new File(System.getProperty("schemas")).toURI().toURL());
        for (String name : List.of(
                "org.apache.xmlbeans.XmlObject",
                "org.apache.logging.log4j.LogManager",
                "org.apache.logging.log4j.tojul.JULProvider")) {
            jars.add(Class.forName(name).getProtectionDomain().getCodeSource().getLocation());
        }
        // apart from the classes that wrote the workbook: those know only a part of the schemas
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            List<String> faults = new ArrayList<>();
            for (String part : parts.keySet()) {
                if (part.startsWith("xl/") && part.endsWith(".xml") || part.equals("docProps/app.xml")) {
                    validate(loader, part, faults);
                }
            }
            return faults;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void validate(ClassLoader loader, String part, List<String> faults) throws Exception {
        Class<?> beans = loader.loadClass("org.apache.xmlbeans.XmlBeans");
        Class<?> typeLoader = loader.loadClass("org.apache.xmlbeans.SchemaTypeLoader");
        Class<?> options = loader.loadClass("org.apache.xmlbeans.XmlOptions");
        Object schemas = loader.loadClass("org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder")
                .getField("typeSystem")
                .get(null);
        Object builtin = beans.getMethod("getBuiltinTypeSystem").invoke(null);
        Object union = Array.newInstance(typeLoader, 2);
        Array.set(union, 0, builtin);
        Array.set(union, 1, schemas);
        Object types = beans.getMethod("typeLoaderUnion", union.getClass()).invoke(null, union);
        Method parse = typeLoader.getMethod(
                "parse", InputStream.class, loader.loadClass("org.apache.xmlbeans.SchemaType"), options);
        Object parsed = parse.invoke(types, new ByteArrayInputStream(parts.get(part)), null, null);
        List<Object> errors = new ArrayList<>();
        Object listening = options.getConstructor().newInstance();
        options.getMethod("setErrorListener", Collection.class).invoke(listening, errors);
        loader.loadClass("org.apache.xmlbeans.XmlObject")
                .getMethod("validate", options)
                .invoke(parsed, listening);
        for (Object error : errors) {
            // the schemas leave out that XML itself allows xml:space everywhere
            if (!error.toString().contains("space@http://www.w3.org/XML/1998/namespace")) {
                faults.add(part + ": " + error);
            }
        }
    }
}

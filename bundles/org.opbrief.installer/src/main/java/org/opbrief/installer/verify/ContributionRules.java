package org.opbrief.installer.verify;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a pack may contribute to the window: views, commands, handlers, keys and menu items, under names of its own. Anything else could
 * change, or break, what others have there.
 */
final class ContributionRules extends DefaultHandler {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMI = "http://www.omg.org/XMI";
    private static final String FRAGMENT = "http://www.eclipse.org/ui/2010/UIModel/fragment";
    private static final Pattern CLASS = Pattern.compile("bundleclass://([^/]+)/([^/]+)");

    /** Where something goes, and what it is there. */
    private record Place(String parent, String type) {}

    private static final Map<String, Place> PLACES = Map.of(
            "descriptors", new Place("org\\.opbrief\\.workbench", "PartDescriptor"),
            "commands", new Place("org\\.opbrief\\.workbench", "Command"),
            "handlers", new Place("org\\.opbrief\\.workbench", "Handler"),
            "bindings", new Place("org\\.opbrief\\.workbench\\.keys", "KeyBinding"),
            "children",
                    new Place("org\\.opbrief\\.workbench\\.menu\\.(file|edit|view|window|help)", "HandledMenuItem"));

    private final String pack;
    private final Predicate<String> hasClass;
    private Locator locator;
    private Place place;
    private int depth;

    /** @param hasClass whether the pack has a class of that name */
    ContributionRules(String pack, Predicate<String> hasClass) {
        this.pack = pack;
        this.hasClass = hasClass;
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        this.locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes)
            throws SAXParseException {
        switch (depth++) {
            case 0 ->
                require(
                        uri.equals(FRAGMENT) && localName.equals("ModelFragments"),
                        "it begins with <%s>, not with <fragment:ModelFragments>",
                        qualifiedName);
            case 1 -> place = place(localName, attributes);
            case 2 -> checkElement(localName, attributes);
            default -> checkPart(attributes);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        depth--;
    }

    private Place place(String name, Attributes attributes) throws SAXParseException {
        String feature = text(attributes.getValue("featurename"));
        Place found = PLACES.get(feature);
        require(
                name.equals("fragments") && type(attributes).equals("StringModelFragment") && found != null,
                "a pack contributes descriptors, commands, handlers, bindings and children of menus, each in <fragments"
                        + " xsi:type=\"fragment:StringModelFragment\">, and this is <%s featurename=\"%s\">",
                name,
                feature);
        String parent = text(attributes.getValue("parentElementId"));
        require(
                parent.matches(found.parent()),
                "%s cannot go into \"%s\"; the parentElementId is %s",
                feature,
                parent,
                found.parent().replace("\\", ""));
        return found;
    }

    private void checkElement(String name, Attributes attributes) throws SAXParseException {
        require(
                name.equals("elements") && type(attributes).equals(place.type()),
                "<%s xsi:type=\"%s\"> is no %s",
                name,
                text(attributes.getValue(XSI, "type")),
                place.type());
        String id = text(attributes.getValue("elementId"));
        require(
                id.startsWith(pack + "."),
                "the elementId \"%s\" does not begin with the name of the pack; call it %s.%s",
                id,
                pack,
                id.isEmpty() ? "…" : id);
        require(
                id.equals(attributes.getValue(XMI, "id")),
                "the xmi:id of \"%s\" has to be the same, so that no other pack has it",
                id);
        checkClass(attributes);
    }

    /** What is within an element: its id may be left out. */
    private void checkPart(Attributes attributes) throws SAXParseException {
        for (String id : List.of(text(attributes.getValue("elementId")), text(attributes.getValue(XMI, "id")))) {
            require(
                    id.isEmpty() || id.startsWith(pack + "."),
                    "the id \"%s\" does not begin with the name of the pack; call it %s.%s",
                    id,
                    pack,
                    id);
        }
        checkClass(attributes);
    }

    private void checkClass(Attributes attributes) throws SAXParseException {
        String address = attributes.getValue("contributionURI");
        if (address != null) {
            Matcher matcher = CLASS.matcher(address);
            require(
                    matcher.matches() && matcher.group(1).equals(pack),
                    "the contributionURI \"%s\" names no class of the pack; write bundleclass://%s/ and the name of the class",
                    address,
                    pack);
            require(
                    hasClass.test(matcher.group(2)),
                    "there is no class %s in the pack; put it there, or name another",
                    matcher.group(2));
        }
    }

    private static String type(Attributes attributes) {
        return text(attributes.getValue(XSI, "type")).replaceFirst(".*:", "");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private void require(boolean holds, String sentence, Object... arguments) throws SAXParseException {
        if (!holds) {
            throw new SAXParseException(sentence.formatted(arguments), locator);
        }
    }
}

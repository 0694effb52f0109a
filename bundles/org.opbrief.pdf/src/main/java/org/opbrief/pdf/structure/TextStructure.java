package org.opbrief.pdf.structure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import net.sf.jasperreports.engine.util.StyledTextListWriter;

/** The elements that the lines of one text belong to: a paragraph, a heading, a cell, and the lists of HTML markup. */
public final class TextStructure implements StyledTextListWriter {
    private final StructureTree tree;
    private final Supplier<StructureElement> newBlock;
    private final Supplier<StructureElement> newList;
    private final boolean link;
    private final boolean shared;
    private final boolean lists;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Map<Object, StructureElement> parts = new IdentityHashMap<>();
    private StructureElement block;
    private StructureElement linkElement;

    private static final class Level {
        private final StructureElement list;
        private StructureElement item;
        private StructureElement body;

        private Level(StructureElement list) {
            this.list = list;
        }
    }

    private TextStructure(
            StructureTree tree,
            Supplier<StructureElement> newBlock,
            Supplier<StructureElement> newList,
            boolean link,
            boolean shared,
            boolean lists) {
        this.tree = tree;
        this.newBlock = newBlock;
        this.newList = newList;
        this.link = link;
        this.shared = shared;
        this.lists = lists;
    }

    /** Paragraphs and lists in the tagger's container. */
    static TextStructure blocks(StructureTree tree, Tagger tagger, boolean link) {
        return new TextStructure(tree, () -> tagger.add("P"), () -> tagger.add("L"), link, false, true);
    }

    /**
     * All in one element.
     *
     * @param shared whether other texts may be in it too
     */
    static TextStructure in(StructureTree tree, StructureElement element, boolean link, boolean shared) {
        return new TextStructure(tree, () -> element, () -> tree.add(element, "L"), link, shared, true);
    }

    static TextStructure artifact(StructureTree tree) {
        return new TextStructure(tree, () -> null, () -> null, false, false, false);
    }

    /** Whether other texts may be in the same element, so that a space must part this one from the next. */
    public boolean isShared() {
        return shared;
    }

    /** Whether the lists in the text become structures. */
    public boolean hasLists() {
        return lists && !link;
    }

    /** The element that the next line belongs to; null if it is an artifact. */
    public StructureElement line() {
        if (link) {
            return linkElement();
        }
        Level level = levels.peek();
        if (level != null && level.item != null) {
            if (level.body == null) {
                level.body = tree.add(level.item, "LBody");
            }
            return level.body;
        }
        if (block == null) {
            block = newBlock.get();
        }
        return block;
    }

    /** The element of a bullet or number; null if it is an artifact. */
    public StructureElement bullet() {
        Level level = levels.peek();
        return level == null || level.item == null ? line() : tree.add(level.item, "Lbl");
    }

    /** The link around the text. */
    public StructureElement linkElement() {
        if (linkElement == null) {
            StructureElement parent = newBlock.get();
            linkElement = parent == null ? null : tree.add(parent, "Link");
        }
        return linkElement;
    }

    /**
     * The element of a part of the text that is a link by itself, one for all its lines; null in an artifact, and in a
     * text that is a link as a whole.
     */
    public StructureElement partElement(Object part) {
        StructureElement parent = link ? null : line();
        return parent == null ? null : parts.computeIfAbsent(part, absent -> tree.add(parent, "Link"));
    }

    @Override
    public void startUl() {
        startList("Disc");
    }

    @Override
    public void endUl() {
        levels.poll();
    }

    @Override
    public void startOl(String type, int cutStart) {
        startList(numbering(type));
    }

    @Override
    public void endOl() {
        levels.poll();
    }

    @Override
    public void startLi(boolean noBullet) {
        Level level = levels.peek();
        if (level != null) {
            level.item = tree.add(level.list, "LI");
            level.body = null;
        }
    }

    @Override
    public void endLi() {
        Level level = levels.peek();
        if (level != null) {
            level.item = null;
        }
    }

    private void startList(String numbering) {
        block = null;
        Level outer = levels.peek();
        StructureElement list = outer != null && outer.item != null ? tree.add(line(), "L") : newList.get();
        list.extra("/A<</O/List/ListNumbering/" + numbering + ">>");
        levels.push(new Level(list));
    }

    private static String numbering(String type) {
        return switch (type == null ? "1" : type) {
            case "A" -> "UpperAlpha";
            case "a" -> "LowerAlpha";
            case "I" -> "UpperRoman";
            case "i" -> "LowerRoman";
            default -> "Decimal";
        };
    }
}

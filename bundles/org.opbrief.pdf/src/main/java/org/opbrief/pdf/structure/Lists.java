package org.opbrief.pdf.structure;

/** The list that is being built of elements that follow each other. */
final class Lists {
    private final StructureTree tree;
    private String openId;
    private StructureElement openParent;
    private StructureElement list;
    private StructureElement item;
    private boolean itemHasBody;

    Lists(StructureTree tree) {
        this.tree = tree;
    }

    /** Something else comes in that container: the list there is over. */
    void interrupt(StructureElement parent) {
        if (parent == openParent) {
            openId = null;
            openParent = null;
        }
    }

    /** The label of a new item. */
    StructureElement label(StructureElement parent, String id) {
        newItem(parent, id);
        return tree.add(item, "Lbl");
    }

    /** The body of the item whose label came just before, or of a new one. */
    StructureElement body(StructureElement parent, String id) {
        if (itemHasBody || !isOpen(parent, id)) {
            newItem(parent, id);
        }
        itemHasBody = true;
        return tree.add(item, "LBody");
    }

    private boolean isOpen(StructureElement parent, String id) {
        return parent == openParent && id.equals(openId);
    }

    private void newItem(StructureElement parent, String id) {
        if (!isOpen(parent, id)) {
            list = tree.add(parent, "L");
            openId = id;
            openParent = parent;
        }
        item = tree.add(list, "LI");
        itemHasBody = false;
    }
}

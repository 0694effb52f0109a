package org.opbrief.pdf.structure;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.file.PdfFile;

/** The bookmarks. A level that is left out counts as if it were there. */
public final class Outline {
    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {
        private final int level;
        private final String title;
        private final Destination destination;
        private final List<Entry> children = new ArrayList<>();
        private int number;

        private Entry(int level, String title, Destination destination) {
            this.level = level;
            this.title = title;
            this.destination = destination;
        }
    }

    public void add(int level, String title, Destination destination) {
        entries.add(new Entry(level, title, destination));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Writes the bookmarks, all open, and gives the number of their root. */
    public int write(PdfFile file) throws IOException {
        Entry root = new Entry(0, "", null);
        Deque<Entry> path = new ArrayDeque<>();
        path.push(root);
        for (Entry entry : entries) {
            while (path.peek().level >= entry.level) {
                path.pop();
            }
            path.peek().children.add(entry);
            path.push(entry);
        }
        number(root, file);
        Bytes bytes = new Bytes().ascii("<</Type/Outlines");
        children(root, bytes);
        file.object(root.number, bytes.ascii(">>"));
        write(root, file);
        return root.number;
    }

    private static void number(Entry entry, PdfFile file) {
        entry.number = file.reserve();
        entry.children.forEach(child -> number(child, file));
    }

    private static void write(Entry parent, PdfFile file) throws IOException {
        for (int i = 0; i < parent.children.size(); i++) {
            Entry entry = parent.children.get(i);
            Bytes bytes = new Bytes().ascii("<</Title ").text(entry.title);
            bytes.ascii("/Parent ").reference(parent.number).ascii("/Dest");
            entry.destination.write(bytes);
            if (i > 0) {
                bytes.ascii("/Prev ").reference(parent.children.get(i - 1).number);
            }
            if (i + 1 < parent.children.size()) {
                bytes.ascii("/Next ").reference(parent.children.get(i + 1).number);
            }
            children(entry, bytes);
            file.object(entry.number, bytes.ascii(">>"));
            write(entry, file);
        }
    }

    private static void children(Entry entry, Bytes bytes) {
        List<Entry> children = entry.children;
        if (!children.isEmpty()) {
            bytes.ascii("/First ").reference(children.get(0).number);
            bytes.ascii("/Last ").reference(children.get(children.size() - 1).number);
            bytes.ascii("/Count ").integer(descendants(entry));
        }
    }

    private static int descendants(Entry entry) {
        return entry.children.stream().mapToInt(child -> 1 + descendants(child)).sum();
    }
}

package org.opbrief.itest.workbench;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** Finds what can be seen: the latest window first, since a dialog lies above the others. */
final class Widgets {

    private Widgets() {}

    static Optional<Widget> withId(String id) {
        return visible().filter(widget -> id.equals(widget.getData("id"))).findFirst();
    }

    /** @param text of one of the item's columns, or its first sentence */
    static Optional<Item> item(String id, String text) {
        return withId(id).stream()
                .flatMap(Widgets::items)
                .filter(item ->
                        Texts.columns(item).anyMatch(column -> column.equals(text) || column.startsWith(text + ". ")))
                .findFirst();
    }

    /** The tab of a part, or a button. */
    static Optional<Widget> withText(String text) {
        return visible()
                .filter(widget -> widget instanceof CTabItem || widget instanceof Button)
                .filter(widget -> Texts.of(widget).equals(text))
                .findFirst();
    }

    /** A dialog if one is open, else the window. */
    static Shell latestShell() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(Shell::isVisible)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** On the screen. */
    static Optional<Rectangle> bounds(Widget widget) {
        if (widget instanceof TreeItem item) {
            return Optional.of(map(item.getParent(), item.getBounds()));
        }
        if (widget instanceof TableItem item) {
            return Optional.of(map(item.getParent(), item.getBounds()));
        }
        if (widget instanceof ToolItem item) {
            return Optional.of(map(item.getParent(), item.getBounds()));
        }
        if (widget instanceof CTabItem item) {
            return Optional.of(map(item.getParent(), item.getBounds()));
        }
        if (widget instanceof Control control) {
            return Optional.of(map(control.getParent(), control.getBounds()));
        }
        return Optional.empty();
    }

    static Stream<Item> items(Widget widget) {
        if (widget instanceof Table table) {
            return Arrays.stream(table.getItems());
        }
        if (widget instanceof Tree tree) {
            return Arrays.stream(tree.getItems()).flatMap(Widgets::expanded);
        }
        return Stream.empty();
    }

    private static Stream<Item> expanded(TreeItem item) {
        return Stream.concat(
                Stream.of(item),
                item.getExpanded() ? Arrays.stream(item.getItems()).flatMap(Widgets::expanded) : Stream.empty());
    }

    private static Stream<Widget> visible() {
        Shell[] shells = Display.getCurrent().getShells();
        return Stream.iterate(shells.length - 1, i -> i >= 0, i -> i - 1)
                .map(i -> shells[i])
                .flatMap(Widgets::below);
    }

    static Stream<Widget> below(Control control) {
        if (!shown(control)) {
            return Stream.empty();
        }
        Stream<Widget> items = Stream.empty();
        if (control instanceof ToolBar bar) {
            items = Arrays.stream(bar.getItems());
        } else if (control instanceof CTabFolder folder) {
            items = Arrays.stream(folder.getItems());
        }
        Stream<Widget> children = control instanceof Composite composite
                ? Arrays.stream(composite.getChildren()).flatMap(Widgets::below)
                : Stream.empty();
        return Stream.of(Stream.<Widget>of(control), items, children).flatMap(each -> each);
    }

    private static Rectangle map(Composite from, Rectangle bounds) {
        // a shell's own bounds are the screen's already
        return from == null ? bounds : Display.getCurrent().map(from, null, bounds);
    }

    private static boolean shown(Control control) {
        return !control.isDisposed() && control.isVisible();
    }
}

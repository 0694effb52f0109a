package org.opbrief.itest.workbench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** What a user reads. */
final class Texts {

    private Texts() {}

    /** Without the mark of a mnemonic; empty if the widget has no text. */
    static String of(Widget widget) {
        String text = "";
        if (widget instanceof ToolItem item) {
            text = item.getText().isEmpty() && item.getToolTipText() != null ? item.getToolTipText() : item.getText();
        } else if (widget instanceof Item item) {
            text = item.getText();
        } else if (widget instanceof Text field) {
            return field.getText();
        } else if (widget instanceof StyledText field) {
            return field.getText();
        } else if (widget instanceof Combo combo) {
            return combo.getText();
        } else if (widget instanceof Label label) {
            text = label.getText();
        } else if (widget instanceof CLabel label) {
            text = label.getText();
        } else if (widget instanceof Link link) {
            text = link.getText();
        } else if (widget instanceof Button button) {
            text = button.getText();
        } else if (widget instanceof Group group) {
            text = group.getText();
        } else if (widget instanceof Shell shell) {
            text = shell.getText();
        }
        return text == null ? "" : text.replace("&", "");
    }

    static Stream<String> columns(Item item) {
        if (item instanceof TableItem row) {
            return IntStream.range(0, Math.max(1, row.getParent().getColumnCount()))
                    .mapToObj(row::getText);
        }
        if (item instanceof TreeItem row) {
            return IntStream.range(0, Math.max(1, row.getParent().getColumnCount()))
                    .mapToObj(row::getText);
        }
        return Stream.of(item.getText());
    }

    /** All texts in it, those of its visible items too. */
    static String below(Widget widget) {
        if (!(widget instanceof Control control)) {
            return of(widget);
        }
        return Widgets.below(control)
                .flatMap(each -> each instanceof Table || each instanceof Tree
                        ? Widgets.items(each).flatMap(Texts::columns)
                        : Stream.of(of(each)))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\t"));
    }

    static String enabled(Widget widget) {
        if (widget instanceof ToolItem item) {
            return Boolean.toString(item.getEnabled());
        }
        return Boolean.toString(!(widget instanceof Control control) || control.isEnabled());
    }
}

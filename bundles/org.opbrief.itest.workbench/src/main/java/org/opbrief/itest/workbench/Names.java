package org.opbrief.itest.workbench;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;

/** What a screen reader says of the controls that take the focus. */
final class Names {
    private static final List<Class<?>> FOCUSED = List.of(
            Button.class,
            Combo.class,
            DateTime.class,
            Link.class,
            Spinner.class,
            StyledText.class,
            Table.class,
            Text.class,
            Tree.class);

    private Names() {}

    /** Ids and classes of what can be seen and has no name. */
    static String missing() {
        return Arrays.stream(Display.getCurrent().getShells())
                .flatMap(Widgets::below)
                .filter(Names::asksForName)
                .filter(widget -> !isNamed(widget))
                .map(widget -> widget.getClass().getSimpleName() + " " + widget.getData("id") + " in " + parent(widget))
                .collect(Collectors.joining("\t"));
    }

    private static String parent(Widget widget) {
        return widget instanceof Control control
                ? control.getParent().getClass().getSimpleName()
                : "a tool bar";
    }

    private static boolean asksForName(Widget widget) {
        if (widget instanceof ToolItem item) {
            return (item.getStyle() & SWT.SEPARATOR) == 0;
        }
        return (widget.getStyle() & SWT.NO_FOCUS) == 0 && FOCUSED.stream().anyMatch(type -> type.isInstance(widget));
    }

    private static boolean isNamed(Widget widget) {
        // a text that cannot be changed is read as it is
        boolean hasText = widget instanceof Text
                ? (widget.getStyle() & SWT.READ_ONLY) != 0
                : !(widget instanceof StyledText || widget instanceof Combo);
        return hasText && !Texts.of(widget).isBlank()
                || widget instanceof Control control && (hasLabel(control) || hasOwnName(control));
    }

    /** As GTK has it: the label that was made just before. */
    private static boolean hasLabel(Control control) {
        if (control.getParent() instanceof CTabFolder) {
            return false;
        }
        List<Control> siblings = List.of(control.getParent().getChildren());
        int index = siblings.indexOf(control);
        return index > 0
                && siblings.get(index - 1) instanceof Label label
                && !label.getText().isBlank();
    }

    private static boolean hasOwnName(Control control) {
        return listeners(control.getAccessible()).anyMatch(listener -> {
            AccessibleEvent event = new AccessibleEvent(control);
            listener.getName(event);
            return event.result != null && !event.result.isBlank();
        });
    }

    /** SWT has nothing public to ask for them. */
    private static Stream<AccessibleListener> listeners(Accessible accessible) {
        try {
            Field field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            List<?> all = (List<?>) field.get(accessible);
            return all == null ? Stream.empty() : all.stream().map(AccessibleListener.class::cast);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("SWT keeps its listeners elsewhere", e);
        }
    }
}

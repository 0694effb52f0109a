package org.opbrief.workbench.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** Name, version and Java, and all parts with their versions and licences. */
public final class AboutDialog extends Dialog {

    private static final Point SIZE = new Point(720, 520);
    private static final List<Integer> WIDTHS = List.of(300, 110, 260);

    private final Bundle own = FrameworkUtil.getBundle(AboutDialog.class);

    public AboutDialog(Shell parent) {
        super(parent);
        setShellStyle(SWT.SHELL_TRIM | SWT.APPLICATION_MODAL);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.get("about.title"));
    }

    @Override
    protected Point getInitialSize() {
        return SIZE;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label name = new Label(area, SWT.NONE);
        name.setText("Opbrief " + own.getVersion());
        name.setFont(JFaceResources.getHeaderFont());
        Label what = new Label(area, SWT.WRAP);
        what.setText(Messages.get("about.what"));
        what.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Label java = new Label(area, SWT.NONE);
        java.setText("Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", SWT " + SWT.getVersion()
                + " (" + SWT.getPlatform() + ")");
        createParts(area);
        return area;
    }

    private void createParts(Composite area) {
        Table table = new Table(area, SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        List<String> titles =
                List.of(Messages.get("about.part"), Messages.get("about.version"), Messages.get("about.licence"));
        for (int i = 0; i < titles.size(); i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(titles.get(i));
            column.setWidth(WIDTHS.get(i));
        }
        Arrays.stream(own.getBundleContext().getBundles())
                .sorted(Comparator.comparing(Bundle::getSymbolicName))
                .forEach(bundle -> new TableItem(table, SWT.NONE).setText(new String[] {
                    bundle.getSymbolicName(), bundle.getVersion().toString(), licence(bundle)
                }));
    }

    /** As the bundle's manifest has it, without addresses. */
    private static String licence(Bundle bundle) {
        String given = bundle.getHeaders("").get(Constants.BUNDLE_LICENSE);
        return given == null
                ? ""
                : given.replaceAll(";[^,]*", "").replace("\"", "").strip();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}

package org.opbrief.workbench.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
import org.opbrief.workbench.widget.Controls;
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
        return new Point(Controls.scaled(getShell(), SIZE.x), Controls.scaled(getShell(), SIZE.y));
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
        Table table = Controls.id(new Table(area, SWT.FULL_SELECTION | SWT.BORDER), "about.parts");
        table.setHeaderVisible(true);
        Controls.named(table, Messages.get("about.part"));
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        List<String> titles =
                List.of(Messages.get("about.part"), Messages.get("about.version"), Messages.get("about.licence"));
        for (int i = 0; i < titles.size(); i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(titles.get(i));
            column.setWidth(Controls.scaled(table, WIDTHS.get(i)));
        }
        Arrays.stream(own.getBundleContext().getBundles())
                .sorted(Comparator.comparing(Bundle::getSymbolicName))
                .forEach(bundle -> new TableItem(table, SWT.NONE).setText(new String[] {
                    bundle.getSymbolicName(), bundle.getVersion().toString(), licence(bundle)
                }));
    }

    /** The names of what the bundle's manifest has, which may be addresses of texts; THIRD-PARTY.txt has all of it. */
    private static String licence(Bundle bundle) {
        String given = bundle.getHeaders("").get(Constants.BUNDLE_LICENSE);
        if (given == null) {
            return Messages.get("about.elsewhere");
        }
        return Arrays.stream(given.split(","))
                .map(each -> each.replaceAll(";.*", "").replace("\"", "").strip())
                .filter(each -> !each.isEmpty())
                .map(AboutDialog::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String name(String licence) {
        String lower = licence.toLowerCase(Locale.ROOT);
        if (lower.contains("apache.org/licenses/license-2.0")) {
            return "Apache-2.0";
        }
        if (lower.contains("epl-2.0")) {
            return "EPL-2.0";
        }
        return lower.contains("classpath") ? "GPL-2.0 with Classpath-exception-2.0" : licence;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}

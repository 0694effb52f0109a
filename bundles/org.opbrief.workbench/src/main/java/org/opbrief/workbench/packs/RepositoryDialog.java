package org.opbrief.workbench.packs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.widget.Controls;

/** Asks for a repository, a folder or an address, and which of its packs are meant. */
final class RepositoryDialog extends TitleAreaDialog {
    private static final int PAUSE_MS = 300;

    private final Work work;
    private final String title;
    private final boolean choosing;
    private Text place;
    private Table table;
    private Text names;
    private List<String> chosen = List.of();
    private List<String> repositories = List.of();

    /** A jar of a folder. */
    private record Found(String name, String version) {}

    /** @param choosing whether packs are chosen; else all are meant */
    RepositoryDialog(Shell parent, Work work, String title, boolean choosing) {
        super(parent);
        this.work = work;
        this.title = title;
        this.choosing = choosing;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    public void create() {
        super.create();
        getShell().setText(title);
        setTitle(title);
        setMessage(Messages.get(choosing ? "repository.message" : "repository.update"));
        enable();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout(3, false));
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        new Label(area, SWT.NONE).setText(Messages.get("repository.place"));
        place = Controls.id(new Text(area, SWT.BORDER), "repository.place");
        place.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Runnable look = this::look;
        place.addListener(SWT.Modify, event -> {
            enable();
            getShell().getDisplay().timerExec(PAUSE_MS, look);
        });
        Button browse = Controls.id(new Button(area, SWT.PUSH), "repository.browse");
        browse.setText(Messages.get("repository.browse"));
        browse.addListener(SWT.Selection, event -> {
            String folder = new DirectoryDialog(getShell()).open();
            if (folder != null) {
                place.setText(folder);
            }
        });
        if (choosing) {
            choice(area);
        }
        return area;
    }

    private void choice(Composite area) {
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.get("repository.packs"));
        label.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
        table = Controls.id(new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION), "repository.packs");
        table.setHeaderVisible(true);
        for (String title : List.of("packs.pack", "packs.version")) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(Messages.get(title));
            column.setWidth(Controls.scaled(column.getParent(), title.equals("packs.pack") ? 300 : 100));
        }
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        table.addListener(SWT.Selection, event -> enable());
        new Label(area, SWT.NONE).setText(Messages.get("repository.names"));
        names = Controls.id(new Text(area, SWT.BORDER), "repository.names");
        names.setMessage(Messages.get("repository.names.hint"));
        names.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        names.addListener(SWT.Modify, event -> enable());
    }

    private void look() {
        if (table == null || table.isDisposed()) {
            return;
        }
        String wanted = place.getText().strip();
        work.quietly(Messages.get("packs.reading"), progress -> found(wanted), found -> {
            if (!table.isDisposed() && place.getText().strip().equals(wanted)) {
                table.removeAll();
                found.forEach(
                        pack -> new TableItem(table, SWT.NONE).setText(new String[] {pack.name(), pack.version()}));
                enable();
            }
        });
    }

    /** The bundles of a folder; of an address nothing is known before it is asked. */
    private static List<Found> found(String place) throws IOException {
        List<Found> found = new ArrayList<>();
        if (place.isEmpty() || place.contains("://") || !Files.isDirectory(Path.of(place))) {
            return found;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(place), "*.jar")) {
            for (Path jar : jars) {
                pack(jar).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(Found::name).thenComparing(Found::version));
        return found;
    }

    private static Optional<Found> pack(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            if (manifest == null) {
                return Optional.empty();
            }
            Attributes main = manifest.getMainAttributes();
            String name = main.getValue("Bundle-SymbolicName");
            return name == null
                    ? Optional.empty()
                    : Optional.of(new Found(
                            name.split(";")[0].strip(),
                            Optional.ofNullable(main.getValue("Bundle-Version")).orElse("0")));
        } catch (IOException e) {
            // it cannot be installed either; whoever tries is told why
            return Optional.empty();
        }
    }

    private List<String> wanted() {
        List<String> wanted = new ArrayList<>();
        if (choosing) {
            for (TableItem item : table.getItems()) {
                if (item.getChecked()) {
                    wanted.add(item.getText(0) + "@" + item.getText(1));
                }
            }
            for (String name : names.getText().split("[,;\\s]+")) {
                if (!name.isBlank()) {
                    wanted.add(name);
                }
            }
        }
        return wanted;
    }

    private void enable() {
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(!place.getText().isBlank() && (!choosing || !wanted().isEmpty()));
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Controls.id(
                createButton(parent, IDialogConstants.OK_ID, Messages.get("repository.plan"), true), "repository.plan");
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.get("plan.cancel"), false);
    }

    @Override
    protected void okPressed() {
        chosen = wanted();
        repositories = List.of(place.getText().strip());
        super.okPressed();
    }

    /** Of the packs that are meant, {@code name} or {@code name@version}. */
    List<String> names() {
        return chosen;
    }

    List<String> repositories() {
        return repositories;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(680, choosing ? 460 : 260);
    }
}

package org.opbrief.workbench.packs;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.Trust.Certificate;
import org.opbrief.api.pack.Trust.Policy;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.widget.Controls;

/** Whom the workspace trusts, and which packs may be installed. Each change holds at once. */
final class TrustDialog extends TitleAreaDialog {
    private final Session session;
    private final Work work;
    private PolicyChoice policies;
    private Table table;
    private Button remove;

    TrustDialog(Shell parent, Session session, Work work) {
        super(parent);
        this.session = session;
        this.work = work;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** What is shown. */
    private record Trusted(List<Certificate> certificates, Policy policy) {}

    @Override
    public void create() {
        super.create();
        getShell().setText(Messages.get("trust.title"));
        setTitle(Messages.get("trust.title"));
        setMessage(Messages.get("trust.message"));
        refresh();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        policies = new PolicyChoice(
                area,
                new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1),
                policy -> change(trust -> trust.setPolicy(policy)));
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.get("trust.certificates"));
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        table = Controls.id(new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE), "trust.certificates");
        table.setHeaderVisible(true);
        column("trust.subject", 260);
        column("trust.until", 100);
        column("trust.fingerprint", 260);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.addListener(SWT.Selection, event -> remove.setEnabled(table.getSelectionIndex() >= 0));
        buttons(area);
        return area;
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(Messages.get(title));
        column.setWidth(Controls.scaled(column.getParent(), width));
    }

    private void buttons(Composite area) {
        Composite column = new Composite(area, SWT.NONE);
        column.setLayout(new GridLayout());
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        button(column, "trust.add", () -> file("trust.add.title").ifPresent(this::add));
        remove = button(column, "trust.remove", this::remove);
        remove.setEnabled(false);
        button(column, "trust.revocations", () -> file("trust.revocations.title")
                .ifPresent(file -> change(trust -> trust.addRevocations(file))));
    }

    private Button button(Composite column, String id, Runnable action) {
        Button button = Controls.id(new Button(column, SWT.PUSH), id);
        button.setText(Messages.get(id));
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private Optional<Path> file(String title) {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.get(title));
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    /** A change of what is trusted. */
    @FunctionalInterface
    private interface TrustChange {
        void of(Trust trust) throws Exception;
    }

    private void change(TrustChange change) {
        work.quietly(
                Messages.get("trust.title"),
                progress -> {
                    change.of(session.packs().trust());
                    return true;
                },
                done -> {
                    refresh();
                    // what packs are worth may have changed
                    session.changed(Change.PACKS);
                },
                problem -> {
                    if (!table.isDisposed()) {
                        setMessage(problem.message(), IMessageProvider.ERROR);
                        refreshTable();
                    }
                });
    }

    private void add(Path file) {
        work.quietly(
                Messages.get("trust.title"),
                progress -> session.packs().trust().read(file),
                certificate -> {
                    if (!table.isDisposed() && confirmed(certificate)) {
                        change(trust -> trust.add(certificate));
                    }
                },
                problem -> {
                    if (!table.isDisposed()) {
                        setMessage(problem.message(), IMessageProvider.ERROR);
                    }
                });
    }

    /** The fingerprint is to be compared with one that came another way. */
    private boolean confirmed(Certificate certificate) {
        return MessageDialog.openConfirm(
                getShell(),
                Messages.get("trust.add.title"),
                Messages.get(
                        "trust.add.question",
                        certificate.x509().getSubjectX500Principal().getName(),
                        until(certificate),
                        PackWords.grouped(certificate.fingerprint())));
    }

    private void remove() {
        TableItem item = table.getItem(table.getSelectionIndex());
        Certificate certificate = (Certificate) item.getData();
        if (MessageDialog.openConfirm(
                getShell(),
                Messages.get("trust.remove.title"),
                Messages.get("trust.remove.question", item.getText(0)))) {
            change(trust -> trust.remove(certificate.fingerprint()));
        }
    }

    private void refresh() {
        setMessage(Messages.get("trust.message"));
        refreshTable();
    }

    private void refreshTable() {
        work.quietly(
                Messages.get("trust.title"),
                progress -> {
                    Trust trust = session.packs().trust();
                    return new Trusted(trust.certificates(), trust.policy());
                },
                this::show,
                problem -> {
                    if (!table.isDisposed()) {
                        setMessage(problem.message(), IMessageProvider.ERROR);
                    }
                });
    }

    private void show(Trusted trusted) {
        if (table.isDisposed()) {
            return;
        }
        policies.show(trusted.policy());
        table.removeAll();
        for (Certificate certificate : trusted.certificates()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setData(certificate);
            item.setText(new String[] {
                certificate.x509().getSubjectX500Principal().getName(),
                until(certificate),
                PackWords.grouped(certificate.fingerprint())
            });
        }
        remove.setEnabled(false);
    }

    private static String until(Certificate certificate) {
        return certificate
                .x509()
                .getNotAfter()
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Controls.id(createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true), "trust.close");
    }

    @Override
    protected Point getInitialSize() {
        return new Point(860, 560);
    }
}

package org.opbrief.workbench.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.ReportException;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.widget.Controls;

/** The agency that briefings of the open workspace are made for. */
final class AgencyPage extends Page {
    private final Session session;
    private final Choosers choosers;
    private final List<MarkingRow> markings = new ArrayList<>();
    private House before = House.NONE;
    private Optional<Button> afresh = Optional.empty();
    private Text name;
    private SealField seal;
    private Combo font;

    AgencyPage(Session session, Choosers choosers) {
        super(Messages.get("agency"));
        this.session = session;
        this.choosers = choosers;
    }

    @Override
    void fill(Composite area) {
        note(area, "agencyNote");
        Optional<String> damage = read();
        damage.ifPresent(sentence -> offerToStartAfresh(area, sentence));
        Composite fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(fields);
        label(fields, "agencyName");
        name = Controls.id(new Text(fields, SWT.BORDER | SWT.SINGLE), "agency.name");
        name.setTextLimit(House.LONGEST);
        name.setText(before.name());
        name.addListener(SWT.Modify, event -> judge());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        label(fields, "agencySeal");
        seal = new SealField(fields, session.services().houses(), choosers);
        seal.show(before.seal());
        label(fields, "agencyFont");
        List<String> families = new ArrayList<>(List.of(Messages.get("agencyUsualFont")));
        families.addAll(House.FONTS);
        font = choice(fields, "agency.font", families.toArray(String[]::new));
        font.select(before.font().map(House.FONTS::indexOf).orElse(-1) + 1);
        markings(fields);
        afresh.ifPresent(button -> {
            fields.setVisible(false);
            button.addListener(SWT.Selection, event -> fields.setVisible(button.getSelection()));
        });
    }

    /** @return why it cannot be read */
    private Optional<String> read() {
        try {
            before = session.services().houses().of(session.workspace());
            return Optional.empty();
        } catch (ReportException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void offerToStartAfresh(Composite area, String sentence) {
        Label damage = Controls.id(new Label(area, SWT.WRAP), "agency.damage");
        damage.setText(sentence.replace("&", "&&"));
        damage.setForeground(Controls.alarm(damage));
        wide(damage);
        Button button = check(area, "agency.afresh", Messages.get("agencyAfresh"));
        wide(button);
        afresh = Optional.of(button);
    }

    private void markings(Composite fields) {
        List<MarkedEdition> editions = MarkedEdition.all(session.catalog().reports(), before);
        note(fields, editions.isEmpty() ? "agencyNoReports" : "agencyMarkings");
        Composite rows = new Composite(fields, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(MarkingRow.COLUMNS).applyTo(rows);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(rows);
        for (MarkedEdition edition : editions) {
            Optional<Marking> given = Optional.ofNullable(before.markings().get(edition.id()));
            markings.add(new MarkingRow(rows, edition, given, choosers, this::judge));
        }
    }

    private void judge() {
        boolean nameIsLine = House.isLine(name.getText());
        boolean right = nameIsLine && markings.stream().allMatch(MarkingRow::isLine);
        setErrorMessage(
                right ? null : Messages.get(nameIsLine ? "agencyMarkingLine" : "agencyNameLine", House.LONGEST));
        setValid(right);
    }

    private House chosen() {
        Map<String, Marking> chosen = new LinkedHashMap<>();
        markings.forEach(row -> row.marking().ifPresent(marking -> chosen.put(row.edition(), marking)));
        int family = font.getSelectionIndex();
        return new House(
                name.getText().strip(),
                seal.seal(),
                chosen,
                family < 1 ? Optional.empty() : Optional.of(House.FONTS.get(family - 1)));
    }

    /** Whether there is something to be kept: a file that cannot be read stays until the user gives it up. */
    private boolean isChanged() {
        return afresh.map(Button::getSelection).orElseGet(() -> !chosen().equals(before));
    }

    @Override
    public boolean performOk() {
        if (name == null || !isChanged()) {
            return true;
        }
        try {
            session.services().houses().keep(session.workspace(), chosen());
            return true;
        } catch (ReportException e) {
            setErrorMessage(e.getMessage());
            return false;
        }
    }
}

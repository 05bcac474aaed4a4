package org.relais.detox.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.centre.Centre;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.VisitCourse;
import org.relais.detox.VisitRow;
import org.relais.detox.WardNews;
import org.relais.shared.CentreId;
import org.relais.shared.NotFound;
import org.relais.shared.Severity;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SeverityBadge;

/**
 * The outpatient withdrawals of a centre, day by day: whom a result calls for, who is expected, who did not come, and
 * what became of the visits that were missed. It follows every change within a second.
 */
@Route(DetoxRoutes.WITHDRAWALS)
@Menu(title = "detox.visits.menu", order = 10.7, icon = "footprints")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE})
class WithdrawalsView extends Div implements HasDynamicTitle, HasUrlParameter<String> {

    private final transient DetoxDesk desk;
    private final transient CurrentStaff current;
    private final transient DetoxWords words;
    private final transient DetoxActs acts;
    private final PageHeader header;
    private final Select<Centre> centres = new Select<>();
    private final Div list = new Div();
    private transient @Nullable Centre centre;
    private transient @Nullable Scope names;
    private transient @Nullable Scope medical;
    private transient WardNews.@Nullable Subscription subscription;

    WithdrawalsView(DetoxDesk desk, CurrentStaff current) {
        this.desk = desk;
        this.current = current;
        this.words = new DetoxWords(desk, getLocale());
        this.acts = new DetoxActs(desk, words, this::refresh);
        addClassName("relais-page");
        list.addClassName("relais-visits");
        centres.setAriaLabel(getTranslation("detox.visits.centre"));
        centres.setItemLabelGenerator(Centre::name);
        centres.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                UI.getCurrentOrThrow()
                        .navigate(DetoxRoutes.withdrawals(change.getValue().id()));
            }
        });
        header = new PageHeader(getTranslation("detox.visits.title"), "", centres);
        add(header, list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("detox.visits.title");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        var scope = desk.access().scope(org.relais.access.Section.ADMINISTRATIVE, Purpose.CARE, null);
        var mine = desk.centres().all().stream()
                .filter(one -> scope.centres().contains(one.id()))
                .toList();
        var wanted = parameter == null || parameter.isEmpty()
                ? mine.stream().map(Centre::id).findFirst().orElseThrow(NotFound::new)
                : CentreId.parse(parameter);
        var shown =
                mine.stream().filter(one -> one.id().equals(wanted)).findFirst().orElseThrow(NotFound::new);
        centre = shown;
        names = scope;
        medical = desk.access().scope(org.relais.access.Section.MEDICAL, Purpose.CARE, null);
        centres.setItems(mine);
        centres.setValue(shown);
        centres.setVisible(mine.size() > 1);
        header.setSubtitle(getTranslation(
                "detox.ward.subtitle",
                shown.name(),
                formats(shown).shortDate(shown.serviceDay().of(desk.clock().instant()))));
        refresh();
        listen();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        listen();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void refresh() {
        var shown = centre;
        if (shown == null || names == null || medical == null) {
            return;
        }
        var rows = desk.visits().of(names, medical, shown.id());
        list.removeAll();
        if (rows.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.FOOTPRINTS,
                    getTranslation("detox.visits.none"),
                    getTranslation("detox.visits.none.text"),
                    null));
            return;
        }
        list.add(summary(rows));
        var grouped = new EnumMap<Group, UnorderedList>(Group.class);
        for (var row : rows) {
            grouped.computeIfAbsent(Group.of(row), this::group)
                    .add(new VisitCard(
                            words, formats(shown), acts, medical.actor().role(), row));
        }
        grouped.forEach((group, cards) -> {
            var section = new Section(new H2(getTranslation(group.key())), cards);
            section.addClassName("relais-ward-room");
            list.add(section);
        });
    }

    private UnorderedList group(Group group) {
        var cards = new UnorderedList();
        cards.addClassName("relais-ward-cards");
        cards.getElement().setAttribute("aria-label", getTranslation(group.key()));
        return cards;
    }

    private Div summary(List<VisitRow> rows) {
        var summary = new Div();
        summary.addClassName("relais-ward-summary");
        summary.getElement().setAttribute("role", "status");
        var expected = rows.stream().filter(row -> row.today() != null).count();
        var seen = count(rows, VisitCourse.State.SEEN);
        var all = new Span(getTranslation("detox.visits.seen", seen, expected));
        all.addClassNames("relais-badge", "relais-numeric");
        summary.add(all);
        var late = count(rows, VisitCourse.State.NOT_COME);
        if (late > 0) {
            summary.add(
                    new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, getTranslation("detox.visits.late", late)));
        }
        var calls = rows.stream().filter(row -> row.call() != null).count();
        if (calls > 0) {
            summary.add(new SeverityBadge(
                    Severity.CRITICAL, Glyph.STETHOSCOPE, getTranslation("detox.visits.calls", calls)));
        }
        var missed = rows.stream().mapToInt(row -> row.followUps().size()).sum();
        if (missed > 0) {
            summary.add(
                    new SeverityBadge(Severity.WARNING, Glyph.PHONE, getTranslation("detox.visits.missed", missed)));
        }
        return summary;
    }

    private static long count(List<VisitRow> rows, VisitCourse.State state) {
        return rows.stream()
                .map(VisitRow::today)
                .filter(today -> today != null && today.state() == state)
                .count();
    }

    private Formats formats(Centre shown) {
        return new Formats(getLocale(), shown.serviceDay().zone());
    }

    private void listen() {
        stop();
        var scope = names;
        var shown = centre;
        if (scope != null && shown != null) {
            getUI().ifPresent(ui -> subscription = desk.news().listen(scope, shown.id(), () -> {
                var _ = ui.access(this::follow);
            }));
        }
    }

    // What was left or signed out of shows nothing new: news on its way may still find it
    private void follow() {
        if (isAttached() && current.find().isPresent()) {
            refresh();
        }
    }

    private void stop() {
        var listening = subscription;
        if (listening != null) {
            listening.end();
            subscription = null;
        }
    }

    /** Where a person stands on the list. */
    private enum Group {
        NOW,
        EXPECTED,
        SEEN,
        OTHER;

        static Group of(VisitRow row) {
            if (row.call() != null || !row.followUps().isEmpty()) {
                return NOW;
            }
            var today = row.today();
            if (today == null) {
                return OTHER;
            }
            return today.state() == VisitCourse.State.SEEN ? SEEN : EXPECTED;
        }

        String key() {
            return "detox.visits.group." + name().toLowerCase(Locale.ROOT);
        }
    }
}

package org.relais.oversight.ui;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.oversight.AccessSamples;
import org.relais.oversight.OversightRoutes;
import org.relais.oversight.SampleHead;
import org.relais.shared.NotFound;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.WidePage;

/** The monthly samples: which wait, which are late, and the sheet of one to decide, sign and print. */
@Route(OversightRoutes.SAMPLES)
@Menu(title = "oversight.sample.menu", order = 90.2, icon = "list-checks")
@RolesAllowed(Roles.AUDITOR)
class SamplesView extends Div implements HasDynamicTitle, HasUrlParameter<String>, WidePage {

    private final transient AccessSamples samples;
    private final transient AccessService access;
    private final transient UnusualWords words;
    private final Nav months = new Nav();
    private final Div place = new Div();

    SamplesView(AccessSamples samples, AccessService access, UnusualPart part) {
        this.samples = samples;
        this.access = access;
        words = part.words(scope());
        addClassNames("relais-page", "relais-samples");
        months.addClassName("relais-sample-months");
        months.setAriaLabel(getTranslation("oversight.sample.months"));
        place.addClassName("relais-page-body");
        add(
                new PageHeader(getTranslation("oversight.sample.title"), getTranslation("oversight.sample.subtitle")),
                months,
                place);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("oversight.sample.title");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String month) {
        show(month == null ? null : parse(month));
    }

    private void show(@Nullable YearMonth asked) {
        var heads = samples.all(scope());
        months.removeAll();
        place.removeAll();
        if (heads.isEmpty()) {
            place.add(new EmptyState(
                    Glyph.LIST_CHECKS,
                    getTranslation("oversight.sample.none.title"),
                    getTranslation("oversight.sample.none"),
                    null));
            return;
        }
        var chosen = asked == null ? first(heads) : asked;
        heads.forEach(head -> months.add(link(head, head.month().equals(chosen))));
        place.add(new SampleTable(
                samples.sheet(scope(), chosen),
                words,
                command -> {
                    samples.conclude(scope(), command);
                    return samples.sheet(scope(), chosen);
                },
                () -> {
                    samples.sign(scope(), chosen);
                    show(chosen);
                }));
    }

    // The oldest one that waits comes first
    private static YearMonth first(List<SampleHead> heads) {
        return heads.reversed().stream()
                .filter(head -> !head.signed())
                .findFirst()
                .orElse(heads.getFirst())
                .month();
    }

    private Component link(SampleHead head, boolean chosen) {
        var link = new Anchor(OversightRoutes.SAMPLES + "/" + head.month());
        link.add(new Span(name(head.month())), state(head));
        if (chosen) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private SeverityBadge state(SampleHead head) {
        if (head.signed()) {
            return new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, getTranslation("oversight.sample.signed"));
        }
        return head.late(words.log().today())
                ? new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, getTranslation("oversight.sample.late"))
                : new SeverityBadge(Severity.WARNING, Glyph.HOURGLASS, getTranslation("oversight.sample.waiting"));
    }

    private String name(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", getLocale()));
    }

    private static YearMonth parse(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException unread) {
            throw new NotFound();
        }
    }

    private Scope scope() {
        return access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
    }
}

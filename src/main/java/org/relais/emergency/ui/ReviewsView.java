package org.relais.emergency.ui;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;

import org.relais.access.AccessService;
import org.relais.access.EmergencyReview;
import org.relais.access.EmergencyReviews;
import org.relais.access.EmergencyVerdict;
import org.relais.access.Permission;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.emergency.EmergencyRoutes;
import org.relais.person.PersonName;
import org.relais.shared.PersonId;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Toast;

/**
 * The emergency accesses that wait for a review: for a coordinator those of their centres, to be reviewed here; for an
 * auditor those of all centres that should have been, without the person's name and what was explained. A coordinator
 * who is privacy officer sees the late ones of that centre below.
 */
@Route(EmergencyRoutes.REVIEWS)
@Menu(title = "emergency.menu", order = 91, icon = "key-round")
@RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
class ReviewsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private final transient EmergencyReviews reviews;
    private final transient AccessService access;
    private final transient EmergencyDesk desk;
    private final transient ReviewWords words;
    private final boolean coordinator;
    private final Div list = new Div();

    ReviewsView(EmergencyReviews reviews, AccessService access, EmergencyDesk desk, ReviewWords words) {
        this.reviews = reviews;
        this.access = access;
        this.desk = desk;
        this.words = words;
        coordinator = access.rolePermits(Permission.GRANT_ACCESS);
        addClassNames("relais-page", "relais-emergency-reviews");
        list.addClassName("relais-page-body");
        add(
                new PageHeader(
                        getTranslation("emergency.reviews.title"),
                        getTranslation(
                                coordinator ? "emergency.reviews.subtitle" : "emergency.reviews.late.subtitle",
                                desk.rule().reviewWorkingDays())),
                list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("emergency.reviews.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        list.removeAll();
        if (coordinator) {
            var rows = reviews.waiting(scope());
            var names = desk.names(rows.stream().map(EmergencyReview::person).toList());
            show(rows, names);
            var late = reviews.lateForOfficer(scope());
            if (!late.isEmpty()) {
                list.add(new H2(getTranslation("emergency.reviews.late.title")));
                late.forEach(row -> list.add(new ReviewCard(row, words).withoutPerson()));
            }
        } else {
            show(reviews.late(access.scope(Section.AUDIT_LOG, Purpose.ADMINISTRATION, null)), Map.of());
        }
    }

    private void show(List<EmergencyReview> rows, Map<PersonId, PersonName> names) {
        rows.forEach(row -> list.add(card(row, names)));
        if (rows.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.CIRCLE_CHECK,
                    getTranslation("emergency.reviews.empty"),
                    getTranslation(coordinator ? "emergency.reviews.empty.text" : "emergency.reviews.late.empty.text"),
                    null));
        }
    }

    private ReviewCard card(EmergencyReview row, Map<PersonId, PersonName> names) {
        return coordinator
                ? new ReviewCard(row, words).forCoordinator(names.get(row.person()), () -> open(row, names))
                : new ReviewCard(row, words).withoutPerson();
    }

    private void open(EmergencyReview row, Map<PersonId, PersonName> names) {
        var opened = reviews.opened(scope(), row.id());
        new ReviewDialog(
                        row,
                        names.get(row.person()),
                        opened,
                        words,
                        (verdict, comment) -> review(row, verdict, comment))
                .open();
    }

    private void review(EmergencyReview row, EmergencyVerdict verdict, String comment) {
        reviews.review(scope(), row.id(), verdict, comment);
        Toast.success(getTranslation("emergency.review.done"));
        load();
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null);
    }
}

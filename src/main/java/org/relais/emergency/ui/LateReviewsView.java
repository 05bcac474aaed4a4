package org.relais.emergency.ui;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import org.relais.access.AccessService;
import org.relais.access.EmergencyReviews;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.emergency.EmergencyRoutes;
import org.relais.shared.NotFound;
import org.relais.staff.Roles;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;

/** The late reviews for the privacy officer of a centre, whatever their role; for others there is no such page. */
@Route(EmergencyRoutes.LATE)
@RolesAllowed({
    Roles.PHYSICIAN,
    Roles.NURSE,
    Roles.DISPENSING_NURSE,
    Roles.PSYCHOLOGIST,
    Roles.SOCIAL_WORKER,
    Roles.FAMILY_WORKER,
    Roles.PEER_WORKER,
    Roles.COORDINATOR
})
class LateReviewsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient EmergencyReviews reviews;
    private final transient StaffFunctions functions;
    private final transient AccessService access;
    private final transient ReviewWords words;
    private final Div list = new Div();

    LateReviewsView(
            EmergencyReviews reviews,
            StaffFunctions functions,
            AccessService access,
            EmergencyDesk desk,
            ReviewWords words) {
        this.reviews = reviews;
        this.functions = functions;
        this.access = access;
        this.words = words;
        addClassNames("relais-page", "relais-emergency-reviews");
        list.addClassName("relais-page-body");
        add(
                new PageHeader(
                        getTranslation("emergency.reviews.late.title"),
                        getTranslation(
                                "emergency.reviews.officer.subtitle",
                                desk.rule().reviewWorkingDays())),
                list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("emergency.reviews.late.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (functions.mine(StaffFunction.PRIVACY_OFFICER).isEmpty()) {
            throw new NotFound();
        }
        list.removeAll();
        var late = reviews.lateForOfficer(access.scope(Section.ADMINISTRATIVE, Purpose.ADMINISTRATION, null));
        late.forEach(row -> list.add(new ReviewCard(row, words).withoutPerson()));
        if (late.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.CIRCLE_CHECK,
                    getTranslation("emergency.reviews.empty"),
                    getTranslation("emergency.reviews.late.empty.text"),
                    null));
        }
    }
}

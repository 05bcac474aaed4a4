package org.relais.ultrarapid.ui;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import org.relais.shared.NotFound;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;
import org.relais.ultrarapid.UltraRapidPermission;
import org.relais.ultrarapid.UltraRapidRoutes;

/** Which centres may begin ultra-rapid detox, signed for by two. Not there while the service did not switch it on. */
@Route(UltraRapidRoutes.PERMISSIONS)
@RolesAllowed(Roles.PHYSICIAN)
class PermissionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient UltraRapidDesk desk;

    PermissionsView(UltraRapidDesk desk) {
        this.desk = desk;
        addClassName("relais-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ultrarapid.section");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!desk.permissions().enabled()) {
            throw new NotFound();
        }
        draw();
    }

    private void draw() {
        removeAll();
        var rule = desk.rule().now();
        var header = new PageHeader(
                getTranslation("ultrarapid.section"), getTranslation("ultrarapid.page.intro", rule.longestMonths()));
        add(
                header,
                new NoticeBar(
                        Severity.CRITICAL,
                        getTranslation("ultrarapid.warning"),
                        rule.statement().in(getLocale())));
        var directed = desk.permissions().directed();
        if (!directed.isEmpty()) {
            var permit = new Button(
                    getTranslation("ultrarapid.permit"),
                    _ -> new PermitDialog(desk, directed, () -> done("ultrarapid.permitted")).open());
            permit.addThemeName("primary");
            add(permit);
        }
        var all = desk.permissions().all();
        if (all.isEmpty()) {
            add(new EmptyState(
                    Glyph.SHIELD_CHECK,
                    getTranslation("ultrarapid.page.none"),
                    getTranslation("ultrarapid.page.none.text"),
                    null));
        }
        all.forEach(permission -> add(card(permission)));
    }

    private Article card(UltraRapidPermission permission) {
        var centre = desk.centres().centre(permission.centre());
        var formats = desk.formats(permission.centre(), getLocale());
        var basis = new Paragraph(permission.legalBasis());
        var signed = new Paragraph(getTranslation(
                "ultrarapid.until",
                formats.date(permission.until()),
                desk.name(permission.director().by()),
                formats.dateTime(permission.director().at())));
        signed.addClassNames("relais-meta", "relais-numeric");
        var card = new Article(new H2(centre.name()), state(permission), basis, signed);
        card.addClassName("relais-panel");
        if (permission.withdrawn() == null) {
            if (permission.anaesthetist() == null) {
                card.add(new Button(
                        getTranslation("ultrarapid.confirm"),
                        _ -> new ConfirmQuestion(
                                        getTranslation("ultrarapid.confirm.question", centre.name()),
                                        desk.rule().now().statement().in(getLocale()),
                                        getTranslation("ultrarapid.confirm"),
                                        () -> {
                                            desk.permissions().confirm(permission.id());
                                            done("ultrarapid.confirmed");
                                        })
                                .open()));
            }
            card.add(new Button(
                    getTranslation("ultrarapid.withdraw"),
                    _ -> new ConfirmQuestion(
                                    getTranslation("ultrarapid.withdraw.question", centre.name()),
                                    getTranslation("ultrarapid.withdraw.text"),
                                    getTranslation("ultrarapid.withdraw"),
                                    () -> {
                                        desk.permissions().withdraw(permission.id());
                                        done("ultrarapid.withdrawn");
                                    })
                            .open()));
        }
        return card;
    }

    private SeverityBadge state(UltraRapidPermission permission) {
        var day = desk.centres().centre(permission.centre()).serviceDay().of(desk.now());
        if (permission.withdrawn() != null) {
            return new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, getTranslation("ultrarapid.state.withdrawn"));
        }
        if (day.isAfter(permission.until())) {
            return new SeverityBadge(Severity.NEUTRAL, Glyph.CLOCK, getTranslation("ultrarapid.state.over"));
        }
        return permission.holds(day)
                ? new SeverityBadge(Severity.WARNING, getTranslation("ultrarapid.state.holds"))
                : new SeverityBadge(Severity.INFO, Glyph.CLOCK, getTranslation("ultrarapid.state.waiting"));
    }

    private void done(String key) {
        Toast.success(getTranslation(key));
        draw();
    }
}

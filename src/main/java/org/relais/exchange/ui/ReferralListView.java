package org.relais.exchange.ui;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.exchange.ExchangeRoutes;
import org.relais.exchange.ReferralCursor;
import org.relais.exchange.ReferralRow;
import org.relais.exchange.Referrals;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;

/** The referrals that one's centres have taken in, newest first: whose, from where, and what was left out. */
@Route(ExchangeRoutes.REFERRALS)
@Menu(title = "exchange.list.menu", order = 14, icon = "download")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.COORDINATOR})
class ReferralListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int PAGE = 20;

    private final transient Referrals referrals;
    private final transient AccessService access;
    private final transient Centres centres;
    private final Div list = new Div();
    private final Div empty = new Div();
    private final Button further;
    private transient @Nullable ReferralCursor last;

    ReferralListView(Referrals referrals, AccessService access, Centres centres) {
        this.referrals = referrals;
        this.access = access;
        this.centres = centres;
        addClassName("relais-page");
        list.addClassName("relais-referrals");
        empty.add(new EmptyState(
                Glyph.DOWNLOAD,
                getTranslation("exchange.list.empty.title"),
                getTranslation("exchange.list.empty.text"),
                null));
        further = new Button(getTranslation("exchange.list.more"), _ -> load());
        var body = new Div(list, empty, further);
        body.addClassName("relais-page-body");
        add(new PageHeader(getTranslation("exchange.list.title"), getTranslation("exchange.list.subtitle")), body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("exchange.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        last = null;
        list.removeAll();
        load();
    }

    private void load() {
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        var page = referrals.list(scope, last, PAGE);
        List<ReferralRow> rows = page.rows();
        rows.forEach(row -> list.add(new ReferralCard(row, centres.centre(row.centre()))));
        if (!rows.isEmpty()) {
            last = rows.getLast().cursor();
        }
        empty.setVisible(last == null);
        list.setVisible(last != null);
        further.setVisible(page.more());
    }
}

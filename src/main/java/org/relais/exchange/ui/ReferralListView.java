package org.relais.exchange.ui;

import java.util.Comparator;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.exchange.ExchangeRoutes;
import org.relais.exchange.ReferralCursor;
import org.relais.exchange.ReferralRow;
import org.relais.exchange.Referrals;
import org.relais.exchange.StagedReferrals;
import org.relais.exchange.StagingLimits;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;

/**
 * The referrals of one's centres: where files are put in, what waits, and what was taken in, newest first, with what was
 * left out.
 */
@Route(ExchangeRoutes.REFERRALS)
@Menu(title = "exchange.list.menu", order = 14, icon = "download")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.COORDINATOR})
class ReferralListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int PAGE = 20;

    private final transient Referrals referrals;
    private final transient AccessService access;
    private final transient StagedReferrals staged;
    private final transient Centres centres;
    private final int mostBytes;
    private final Div putIn = new Div();
    private final Panel waiting;
    private final Div list = new Div();
    private final Div empty = new Div();
    private final Button further;
    private transient @Nullable ReferralCursor last;

    ReferralListView(
            Referrals referrals, StagedReferrals staged, StagingLimits limits, AccessService access, Centres centres) {
        this.referrals = referrals;
        this.staged = staged;
        this.mostBytes = Math.toIntExact(limits.fileSize().toBytes());
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
        waiting = new Panel(getTranslation("exchange.waiting.title"));
        waiting.addClassName("relais-staged-waiting");
        var taken = new H2(getTranslation("exchange.list.taken"));
        var body = new Div(putIn, waiting, taken, list, empty, further);
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
        putIn.removeAll();
        waiting.setVisible(false);
        if (access.roleWrites(Section.ADMINISTRATIVE)) {
            var own = loadWaiting().centres().stream()
                    .map(centres::centre)
                    .sorted(Comparator.comparing(Centre::name))
                    .toList();
            if (!own.isEmpty()) {
                putIn.add(new StagingField(own, staged, access, mostBytes, _ -> loadWaiting()));
            }
        }
        load();
    }

    private Scope loadWaiting() {
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.IMPORT, null);
        var rows = staged.list(scope).rows();
        waiting.clearContent();
        waiting.setVisible(!rows.isEmpty());
        waiting.setCount(rows.size());
        rows.forEach(row -> waiting.addContent(new StagedCard(row, centres.centre(row.centre()))));
        return scope;
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

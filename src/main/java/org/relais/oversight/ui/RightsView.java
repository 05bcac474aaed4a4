package org.relais.oversight.ui;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
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
import org.relais.oversight.HeldRights;
import org.relais.oversight.OversightRoutes;
import org.relais.oversight.RightsReview;
import org.relais.oversight.RightsState;
import org.relais.shared.CentreId;
import org.relais.shared.RightsReviewId;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.staff.Roles;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Toast;

/** Who holds which rights and when they last used them; signed when somebody looked at it. */
@Route(OversightRoutes.RIGHTS)
@Menu(title = "oversight.rights.menu", order = 90.5, icon = "users-round")
@RolesAllowed(Roles.AUDITOR)
class RightsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private final transient RightsReview review;
    private final transient LogWords log;
    private final transient RightsWords words;
    private final transient Clock clock;
    private final transient Scope scope;
    private final PageHeader header;
    private final Div notices = new Div();
    private final TextField name = new TextField();
    private final Select<RightsQuestion.Accounts> accounts = new Select<>();
    private final Select<CentreId> centre = new Select<>();
    private final Select<Role> role = new Select<>();
    private final RightsGrid grid;
    private final Div reviews = new Div();
    private transient RightsQuestion question = RightsQuestion.OPEN;
    private transient @Nullable RightsState state;

    RightsView(RightsReview review, AccessService access, Centres centres, StaffDirectory directory, Clock clock) {
        this.review = review;
        this.clock = clock;
        scope = access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
        log = LogWords.of(scope, directory, centres, clock, getLocale());
        words = new RightsWords(log, centres);
        grid = new RightsGrid(words);
        addClassNames("relais-page", "relais-rights");
        header = new PageHeader(getTranslation("oversight.rights.title"), "");
        var sign = new BusyButton(getTranslation("oversight.rights.sign"), Glyph.BADGE_CHECK, this::confirm);
        sign.addThemeName("primary");
        header.addAction(sign);
        notices.addClassName("relais-rights-notices");
        reviews.addClassName("relais-rights-reviews");
        add(header, notices, createFilters(centres), grid, reviews);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("oversight.rights.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        question = RightsQuestion.read(event.getLocation().getQueryParameters());
        if (!name.getValue().strip().equals(question.name())) {
            name.setValue(question.name());
        }
        accounts.setValue(question.accounts());
        centre.setValue(question.centre());
        role.setValue(question.role());
        load();
    }

    private Component createFilters(Centres centres) {
        name.setPlaceholder(getTranslation("oversight.rights.name"));
        name.setAriaLabel(getTranslation("oversight.rights.name"));
        name.setPrefixComponent(Glyph.SEARCH.create());
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new RightsQuestion(
                        name.getValue().strip(), question.centre(), question.role(), question.accounts()));
            }
        });
        choice(accounts, "oversight.rights.accounts");
        accounts.setItems(RightsQuestion.Accounts.values());
        accounts.setItemLabelGenerator(one -> getTranslation(one.key()));
        accounts.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(new RightsQuestion(question.name(), question.centre(), question.role(), event.getValue()));
            }
        });
        choice(centre, "oversight.log.centre");
        centre.setEmptySelectionAllowed(true);
        centre.setItems(centres.all().stream().map(Centre::id).toList());
        centre.setItemLabelGenerator(one -> one == null
                ? getTranslation("oversight.filter.any", getTranslation("oversight.log.centre"))
                : log.centre(one));
        centre.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new RightsQuestion(question.name(), event.getValue(), question.role(), question.accounts()));
            }
        });
        choice(role, "oversight.filter.role");
        role.setEmptySelectionAllowed(true);
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> one == null
                ? getTranslation("oversight.filter.any", getTranslation("oversight.filter.role"))
                : getTranslation(one.key()));
        role.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new RightsQuestion(question.name(), question.centre(), event.getValue(), question.accounts()));
            }
        });
        var filters = new Div(name, accounts, centre, role);
        filters.addClassName("relais-log-filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", getTranslation("oversight.rights.filter"));
        return filters;
    }

    private void choice(Select<?> select, String key) {
        select.addClassName("relais-log-choice");
        select.setAriaLabel(getTranslation(key));
        select.setPlaceholder(getTranslation(key));
        select.setEmptySelectionCaption(getTranslation("oversight.filter.any", getTranslation(key)));
    }

    private void go(RightsQuestion other) {
        getUI().ifPresent(ui -> ui.navigate(OversightRoutes.RIGHTS, other.address()));
    }

    private void load() {
        var now = review.state(scope);
        state = now;
        grid.setItems(now.held().stream().filter(question::keeps).toList());
        grid.setEmptyStateComponent(new EmptyState(
                Glyph.SEARCH_X,
                getTranslation("oversight.rights.nothing.title"),
                getTranslation("oversight.rights.nothing"),
                null));
        var open = now.held().stream()
                .filter(rights -> rights.holder().member().active())
                .toList();
        header.setSubtitle(getTranslation(
                "oversight.rights.subtitle",
                open.size(),
                (int) open.stream().filter(HeldRights::dormant).count(),
                now.rule().dormantAfterDays()));
        showNotices(now);
        showReviews(now);
    }

    private void showNotices(RightsState now) {
        notices.removeAll();
        if (!now.rule().rule().approved()) {
            notices.add(new NoticeBar(
                    Severity.WARNING,
                    getTranslation("oversight.rights.not-approved"),
                    getTranslation(
                            "oversight.rights.rule",
                            now.rule().dormantAfterDays(),
                            now.rule().reviewEveryDays())));
        }
        var latest = now.latest();
        if (latest.isEmpty()) {
            notices.add(new NoticeBar(Severity.INFO, getTranslation("oversight.rights.unsigned"), ""));
        } else if (!latest.get().hash().equals(now.hash())) {
            notices.add(new NoticeBar(
                    Severity.INFO, getTranslation("oversight.rights.changed"), words.signed(latest.get())));
        } else if (latest.get()
                .at()
                .plus(Duration.ofDays(now.rule().reviewEveryDays()))
                .isBefore(clock.instant())) {
            notices.add(new NoticeBar(
                    Severity.WARNING, getTranslation("oversight.rights.due"), words.signed(latest.get())));
        } else {
            notices.add(new NoticeBar(
                    Severity.OK, getTranslation("oversight.rights.unchanged"), words.signed(latest.get())));
        }
    }

    private void showReviews(RightsState now) {
        reviews.removeAll();
        if (now.signed().size() > 1) {
            var list = new UnorderedList(now.signed().stream()
                    .skip(1)
                    .map(one -> new ListItem(words.signed(one)))
                    .toArray(ListItem[]::new));
            var title = new Paragraph(getTranslation("oversight.rights.earlier"));
            title.addClassName("relais-strong");
            reviews.add(title, list);
        }
    }

    private void confirm() {
        var shown = state;
        if (shown == null) {
            return;
        }
        var id = RightsReviewId.create();
        new ConfirmQuestion(
                        getTranslation("oversight.rights.sign.question"),
                        getTranslation(
                                "oversight.rights.sign.text",
                                shown.held().size(),
                                shown.hash().substring(0, 12)),
                        getTranslation("oversight.rights.sign"),
                        () -> sign(id, shown.hash()))
                .open();
    }

    private void sign(RightsReviewId id, String hash) {
        if (new FieldErrors().run(() -> review.sign(scope, id, hash))) {
            Toast.success(getTranslation("oversight.rights.sign.done"));
        }
        load();
    }
}

package org.relais.record.ui;

import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Roles;
import org.relais.uikit.PageShortcuts;
import org.relais.uikit.WidePage;

/**
 * The shared record of one person. A person who does not exist and one who is not under the reader's care answer
 * alike.
 */
@Route(PersonRoutes.RECORD)
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
class RecordView extends Div implements BeforeEnterObserver, HasDynamicTitle, WidePage, PageShortcuts {

    private final transient AccessService access;
    private final transient RecordPages pages;
    private @Nullable RecordPage page;

    RecordView(AccessService access, RecordPages pages) {
        this.access = access;
        this.pages = pages;
        addClassName("relais-record");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var person = person(event);
        var section = event.getRouteParameters().get("section").orElse("");
        if (page == null || !page.isAbout(person)) {
            leave();
            removeAll();
            page = open(person);
            if (!page.isAbout(person)) {
                // The record was merged into another one: the address follows
                event.forwardTo(section.isEmpty() ? page.path() : page.path() + "/" + section);
                return;
            }
            add(page);
            if (isAttached()) {
                page.join(event.getUI());
            }
        }
        page.show(section);
        if (section.isEmpty()) {
            event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(RecordPage.WRITING)
                    .ifPresent(page::resume);
        }
    }

    @Override
    public String getPageTitle() {
        return Optional.ofNullable(page).map(RecordPage::person).orElse("");
    }

    @Override
    public Map<String, String> shortcuts() {
        return page == null ? Map.of() : page.shortcuts();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (page != null) {
            page.join(event.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }

    private RecordPage open(PersonId person) {
        try {
            return pages.open(access.grant(person, Section.RECORD), getLocale());
        } catch (AccessDenied refusal) {
            throw new NotFound();
        }
    }

    private void leave() {
        if (page != null) {
            page.leave();
        }
    }

    private static PersonId person(BeforeEnterEvent event) {
        try {
            return PersonId.parse(event.getRouteParameters().get("personId").orElse(""));
        } catch (InvalidInput notAnId) {
            throw new NotFound();
        }
    }
}

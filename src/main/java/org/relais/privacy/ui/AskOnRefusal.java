package org.relais.privacy.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.AccessRoutes;
import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.CurrentStaff;
import org.relais.uikit.RefusalOffer;

/** Offers to ask for access where a record is closed: whether there is one or not, the offer is the same. */
@org.springframework.stereotype.Component
class AskOnRefusal implements RefusalOffer {

    private static final String RECORDS = PersonRoutes.LIST + "/";

    private final AccessService access;
    private final CurrentStaff current;

    AskOnRefusal(AccessService access, CurrentStaff current) {
        this.access = access;
        this.current = current;
    }

    @Override
    public Optional<Component> create(String path) {
        if (!path.startsWith(RECORDS) || current.find().isEmpty() || !access.roleOpens(Section.ADMINISTRATIVE)) {
            return Optional.empty();
        }
        try {
            var person = PersonId.parse(path.substring(RECORDS.length()).split("/", 2)[0]);
            return Optional.of(new Anchor(AccessRoutes.ask(person), I18NProvider.translate("privacy.ask.open")));
        } catch (InvalidInput noId) {
            return Optional.empty();
        }
    }
}

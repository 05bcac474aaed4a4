package org.relais.privacy.ui;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessRequests;
import org.relais.access.AccessRoutes;
import org.relais.access.AccessService;
import org.relais.access.AccessWish;
import org.relais.access.AskAccess;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.shared.AccessRequestId;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Toast;

/**
 * Asks another centre to let one take part in a person's care. Nothing of the person is shown; where there is nobody,
 * or somebody protected, the answer is the same.
 */
@Route(AccessRoutes.NEW_REQUEST)
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
class AskAccessView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient AccessRequests requests;
    private final transient AccessService access;
    private final transient PrivacyWords words;
    private final Select<Centre> centre = new Select<>();
    private final Select<AccessWish> wish = new Select<>();
    private final Select<Centre> from = new Select<>();
    private final TextArea reason = new TextArea();
    private final Div answer = new Div();
    private final FieldErrors errors = new FieldErrors();
    private final AccessRequestId id = AccessRequestId.create();
    private @Nullable PersonId person;

    AskAccessView(AccessRequests requests, AccessService access, PrivacyWords words) {
        this.requests = requests;
        this.access = access;
        this.words = words;
        addClassName("relais-page");
        createFields();
        answer.getElement().setAttribute("aria-live", "polite");
        var send = new BusyButton(getTranslation("privacy.ask.send"), this::send);
        send.addThemeName("primary");
        var buttons = new Div(
                send,
                new Button(
                        getTranslation("uikit.cancel"),
                        _ -> getUI().ifPresent(ui -> ui.getPage().getHistory().back())));
        buttons.addClassName("relais-row");
        var body = new Div(centre, wish, from, reason, answer, buttons);
        body.addClassNames("relais-page-body", "relais-privacy-ask");
        add(new PageHeader(getTranslation("privacy.ask.title"), getTranslation("privacy.ask.subtitle")), body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("privacy.ask.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            var parameters = event.getRouteParameters();
            person = PersonId.parse(parameters.get("personId").orElse(""));
            parameters.get("centreId").map(CentreId::parse).ifPresent(known -> {
                var offered = words.centres(Set.of(known));
                if (offered.isEmpty()) {
                    throw new NotFound();
                }
                centre.setItems(offered);
                centre.setValue(offered.getFirst());
                centre.setReadOnly(true);
            });
        } catch (InvalidInput noId) {
            throw new NotFound();
        }
    }

    private void createFields() {
        var own = words.own();
        centre.setLabel(getTranslation("privacy.ask.centre"));
        centre.setItems(
                words.centres().stream().filter(one -> !own.contains(one)).toList());
        centre.setItemLabelGenerator(Centre::name);
        wish.setLabel(getTranslation("privacy.ask.wish"));
        wish.setItems(AccessWish.values());
        wish.setItemLabelGenerator(one -> getTranslation(one.key()));
        wish.setValue(AccessWish.ACCESS);
        from.setLabel(getTranslation("privacy.ask.from"));
        from.setItems(own);
        from.setItemLabelGenerator(Centre::name);
        own.stream().findFirst().ifPresent(from::setValue);
        from.setVisible(own.size() > 1);
        reason.setLabel(getTranslation("privacy.ask.reason"));
        reason.setHelperText(getTranslation("privacy.ask.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        errors.register("centre", centre).register("from", from).register("reason", reason);
    }

    private void send() {
        answer.removeAll();
        errors.run(() -> {
            var asked = person;
            var where = centre.getOptionalValue().orElseThrow(() -> missing("centre"));
            var own = from.getOptionalValue().orElseThrow(() -> missing("from"));
            if (asked == null) {
                throw new NotFound();
            }
            try {
                requests.ask(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new AskAccess(id, asked, where.id(), own.id(), wish.getValue(), reason.getValue()));
            } catch (NotFound nobodyThere) {
                answer.add(new NoticeBar(
                        Severity.INFO,
                        getTranslation("privacy.ask.nobody"),
                        getTranslation("privacy.ask.nobody.text")));
                return;
            }
            Toast.success(getTranslation("privacy.ask.sent", where.name()));
            getUI().ifPresent(ui -> ui.navigate(AccessRoutes.REQUESTS));
        });
    }

    private static InvalidInput missing(String property) {
        return new InvalidInput(property, "shared.error.required");
    }
}

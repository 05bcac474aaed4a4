package org.relais.person.ui;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Permission;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.person.MergePreview;
import org.relais.person.MergeWarning;
import org.relais.person.PersonHit;
import org.relais.person.PersonMerges;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelaisException;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** Looks for another record of the same person, shows both side by side with what would change, and merges them. */
@Route(PersonRoutes.MERGE)
@RolesAllowed(Roles.COORDINATOR)
class MergeRecordsView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final int MOST = 8;

    private final transient PersonService people;
    private final transient PersonMerges merges;
    private final transient AccessService access;
    private final transient PersonWords words;
    private final Div answers = new Div();

    MergeRecordsView(PersonService people, PersonMerges merges, AccessService access, PersonWords words) {
        this.people = people;
        this.merges = merges;
        this.access = access;
        this.words = words;
        addClassNames("relais-page", "relais-person-page");
        answers.getElement().setAttribute("aria-live", "polite");
    }

    // The tab and the history name nobody.
    @Override
    public String getPageTitle() {
        return getTranslation("person.merge.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!access.rolePermits(Permission.MERGE)) {
            throw new NotFound();
        }
        var person = parse(event, "personId");
        removeAll();
        if (event.getRouteParameters().get("otherId").isPresent()) {
            compare(person, parse(event, "otherId"));
        } else {
            search(person);
        }
    }

    private void search(PersonId surviving) {
        var details = people.details(access.grant(surviving, Section.ADMINISTRATIVE));
        var text = new TextField(getTranslation("person.merge.search"));
        text.setPrefixComponent(Glyph.SEARCH.create());
        text.setHelperText(getTranslation("person.merge.search.help"));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setClearButtonVisible(true);
        text.setWidthFull();
        text.addValueChangeListener(change -> answer(surviving, change.getValue()));
        text.focus();
        answers.removeAll();
        add(
                new PageHeader(
                        getTranslation("person.merge.with", details.name().display()),
                        getTranslation("person.merge.subtitle"),
                        back(surviving)),
                new Panel(getTranslation("person.merge.other"), text, answers));
    }

    private void answer(PersonId surviving, String text) {
        answers.removeAll();
        if (text.isBlank()) {
            return;
        }
        try {
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, text);
            var list = new UnorderedList();
            list.addClassName("relais-duplicates");
            people.search(scope, text, MOST).rows().stream()
                    .filter(hit -> !hit.name().person().equals(surviving))
                    .forEach(hit -> list.add(hit(surviving, hit)));
            answers.add(list.getComponentCount() == 0 ? new Paragraph(getTranslation("person.merge.nobody")) : list);
        } catch (RelaisException notAName) {
            answers.add(new Paragraph(getTranslation(notAName.key(), notAName.arguments())));
        }
    }

    private ListItem hit(PersonId surviving, PersonHit hit) {
        var name = hit.name();
        var link = new Anchor(PersonRoutes.merge(surviving, name.person()), name.display());
        var more = new Span(
                String.join(" · ", name.fileNumber(), words.birth(getLocale(), name.birthDate(), hit.birthYear())));
        more.addClassName("relais-secondary");
        return new ListItem(link, more);
    }

    private void compare(PersonId surviving, PersonId absorbed) {
        try {
            show(surviving, absorbed, merges.preview(write(surviving), write(absorbed)));
        } catch (AccessDenied refused) {
            // One of both is not open to this coordinator: nothing is said of it
            add(
                    new PageHeader(getTranslation("person.merge.title"), "", back(surviving)),
                    new Panel(
                            getTranslation("person.merge.closed"),
                            new Paragraph(getTranslation("person.merge.closed.text"))));
        } catch (RelaisException one) {
            Toast.error(getTranslation(one.key(), one.arguments()));
            search(surviving);
        }
    }

    private void show(PersonId surviving, PersonId absorbed, MergePreview preview) {
        var name = preview.surviving().details().name().display();
        var swap = new Button(
                getTranslation("person.merge.swap"),
                Glyph.REFRESH_CW.create(),
                _ -> go(PersonRoutes.merge(absorbed, surviving)));
        var sides = new Div(
                new MergeSidePanel(getTranslation("person.merge.stays"), preview.surviving(), words),
                new MergeSidePanel(getTranslation("person.merge.joins"), preview.absorbed(), words));
        sides.addClassName("relais-person-panels");
        add(
                new PageHeader(
                        getTranslation("person.merge.with", name),
                        getTranslation("person.merge.check"),
                        back(surviving),
                        swap),
                sides,
                new MergeConsequences(preview));
        // What has to be settled first stands above
        if (preview.warnings().stream().noneMatch(MergeWarning::refuses)) {
            add(createConfirm(surviving, absorbed, name));
        }
    }

    private Panel createConfirm(PersonId surviving, PersonId absorbed, String name) {
        var errors = new FieldErrors();
        var reason = new TextArea(getTranslation("person.merge.reason"));
        reason.setHelperText(getTranslation("person.merge.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        errors.register("reason", reason);
        var merge = new BusyButton(
                getTranslation("person.merge.verb"),
                Glyph.GIT_MERGE,
                () -> errors.run(() -> {
                    merges.merge(write(surviving), write(absorbed), reason.getValue());
                    Toast.success(getTranslation("person.merge.done", name));
                    go(PersonRoutes.identity(surviving));
                }));
        merge.addThemeName("primary");
        var actions =
                new Div(new Button(getTranslation("uikit.cancel"), _ -> go(PersonRoutes.identity(surviving))), merge);
        actions.addClassNames("relais-row", "relais-person-actions");
        return new Panel(getTranslation("person.merge.confirm"), reason, actions);
    }

    private Component back(PersonId surviving) {
        return new Button(
                getTranslation("person.merge.back"),
                Glyph.ARROW_LEFT.create(),
                _ -> go(PersonRoutes.identity(surviving)));
    }

    private Grant write(PersonId one) {
        return access.grant(one, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private void go(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }

    private static PersonId parse(BeforeEnterEvent event, String parameter) {
        try {
            return PersonId.parse(event.getRouteParameters().get(parameter).orElse(""));
        } catch (InvalidInput noPerson) {
            throw new NotFound();
        }
    }
}

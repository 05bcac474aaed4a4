package org.relais.person.ui;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Permission;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.person.AddContact;
import org.relais.person.ContactKind;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.PossibleDuplicate;
import org.relais.person.RegisterPerson;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** Registers somebody by name or by an alias alone. Possible duplicates are shown once; then the same button registers. */
@Route(PersonRoutes.REGISTER)
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.PSYCHOLOGIST, Roles.SOCIAL_WORKER, Roles.COORDINATOR})
class RegisterPersonView extends Div implements HasDynamicTitle {
    private final transient PersonService people;
    private final transient AccessService access;
    private final transient PersonWords words;
    private final transient PersonId id = PersonId.create();
    private final IdentityFields identity = new IdentityFields();
    private final Select<Centre> centre = new Select<>();
    private final Select<Unit> unit = new Select<>();
    private final TextField telephone = new TextField();
    private final Div warning = new Div();
    private final FieldErrors errors = new FieldErrors();
    private transient @Nullable Identity warnedOf;

    RegisterPersonView(PersonService people, AccessService access, PersonWords words) {
        this.people = people;
        this.access = access;
        this.words = words;
        addClassNames("relais-page", "relais-person-page");
        warning.getElement().setAttribute("aria-live", "polite");
        identity.register(errors);
        errors.register("telephone", telephone).register("centre", centre).register("unit", unit);
        add(
                new PageHeader(getTranslation("person.register.title"), getTranslation("person.register.subtitle")),
                new Panel(getTranslation("person.register.identity"), identity),
                new Panel(getTranslation("person.register.place"), createPlace()),
                warning,
                createActions());
        identity.focusFirst();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("person.register.title");
    }

    private Div createPlace() {
        centre.setLabel(getTranslation("person.register.centre"));
        centre.setItems(words.own());
        centre.setItemLabelGenerator(Centre::name);
        centre.addValueChangeListener(change -> offerUnits(change.getValue()));
        unit.setLabel(getTranslation("person.register.unit"));
        unit.setHelperText(getTranslation("person.register.unit.help"));
        unit.setItemLabelGenerator(Unit::name);
        telephone.setLabel(getTranslation("person.contact.telephone"));
        telephone.setHelperText(getTranslation("person.register.telephone.help"));
        words.own().stream().findFirst().ifPresent(centre::setValue);
        var place = new Div(centre, unit, telephone);
        place.addClassName("relais-form");
        return place;
    }

    private void offerUnits(@Nullable Centre chosen) {
        var units = chosen == null ? List.<Unit>of() : chosen.units();
        unit.setItems(units);
        units.stream().findFirst().ifPresent(unit::setValue);
    }

    private Div createActions() {
        var save = new BusyButton(getTranslation("person.register.save"), Glyph.USER_PLUS, this::save);
        save.addThemeName("primary");
        var cancel = new Button(getTranslation("uikit.cancel"), _ -> leave(PersonRoutes.LIST));
        var actions = new Div(cancel, save);
        actions.addClassNames("relais-row", "relais-person-actions");
        return actions;
    }

    private void save() {
        errors.run(() -> {
            var command = command();
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            if (warned(scope, command)) {
                return;
            }
            var person = people.register(scope, command);
            Toast.success(getTranslation("person.register.done"));
            leave(PersonRoutes.record(person));
        });
    }

    private RegisterPerson command() {
        var chosen = centre.getValue();
        if (chosen == null) {
            throw new InvalidInput("centre", "shared.error.required");
        }
        var chosenUnit = unit.getValue();
        if (chosenUnit == null && !chosen.units().isEmpty()) {
            throw new InvalidInput("unit", "shared.error.required");
        }
        var contacts = telephone.isEmpty()
                ? List.<AddContact>of()
                : List.of(new AddContact(ContactKind.TELEPHONE, telephone.getValue()));
        return new RegisterPerson(
                id,
                chosen.id(),
                chosenUnit == null ? null : chosenUnit.id(),
                identity.value(),
                contacts,
                List.of(),
                List.of());
    }

    // The same identity is warned of once: the next click on the same button registers.
    private boolean warned(Scope scope, RegisterPerson command) {
        if (command.identity().equals(warnedOf)) {
            return false;
        }
        warnedOf = command.identity();
        var possible = people.duplicates(scope, command);
        warning.removeAll();
        if (possible.isEmpty()) {
            return false;
        }
        var notice = new NoticeBar(
                Severity.WARNING,
                Glyph.USERS,
                getTranslation("person.duplicate.title", possible.size()),
                getTranslation("person.duplicate.text"));
        notice.add(createPossible(possible));
        warning.add(notice);
        return true;
    }

    private UnorderedList createPossible(List<PossibleDuplicate> possible) {
        var list = new UnorderedList();
        list.addClassName("relais-duplicates");
        for (var one : possible) {
            var name = one.name();
            var link = new Anchor(PersonRoutes.record(name.person()), name.display());
            link.setRouterIgnore(false);
            var more = new Span(String.join(
                    " · ",
                    getTranslation(one.reason().key()),
                    words.birth(getLocale(), name.birthDate(), null),
                    name.fileNumber()));
            more.addClassName("relais-secondary");
            var line = new ListItem(link, more);
            if (access.rolePermits(Permission.MERGE)) {
                var merge = new Anchor(PersonRoutes.merge(name.person()), getTranslation("person.merge.action"));
                merge.setAriaLabel(getTranslation("person.merge.with", name.display()));
                line.add(merge);
            }
            list.add(line);
        }
        return list;
    }

    private void leave(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }
}

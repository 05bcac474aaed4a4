package org.relais.exchange.ui;

import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.exchange.ClinicalPreview;
import org.relais.exchange.ExchangeRoutes;
import org.relais.exchange.StagedFile;
import org.relais.exchange.StagedMatch;
import org.relais.exchange.StagedMatches;
import org.relais.exchange.StagedPerson;
import org.relais.exchange.StagedReferrals;
import org.relais.person.PersonRoutes;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StagedFileId;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/**
 * One file that waits: the identity to take over, then what its entries say for whoever writes in the medical section.
 * Everything is read again from the database, so that a reload shows the same.
 */
@Route(ExchangeRoutes.STAGED)
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.COORDINATOR})
class StagedFileView extends Div implements HasDynamicTitle, HasUrlParameter<String> {

    private final transient StagedReferrals staged;
    private final transient AccessService access;
    private final transient Centres centres;
    private final Div page = new Div();
    private final Select<Unit> unit = new Select<>();
    private final transient FieldErrors errors = new FieldErrors();
    private @Nullable StagedFileId id;

    StagedFileView(StagedReferrals staged, AccessService access, Centres centres) {
        this.staged = staged;
        this.access = access;
        this.centres = centres;
        addClassName("relais-page");
        unit.setLabel(getTranslation("exchange.staged.unit"));
        unit.setHelperText(getTranslation("exchange.staged.unit.help"));
        unit.setItemLabelGenerator(Unit::name);
        errors.register("unit", unit);
        add(page);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("exchange.staged.title");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        try {
            id = StagedFileId.parse(parameter);
        } catch (InvalidInput noId) {
            throw new NotFound();
        }
        show();
    }

    private void show() {
        var row = staged.open(scope(), id());
        var centre = centres.centre(row.centre());
        var formats = new Formats(getLocale(), centre.serviceDay().zone());
        page.removeAll();
        var body = new Div(createState(row, formats));
        body.addClassNames("relais-page-body", "relais-staged");
        switch (row.state()) {
            case IDENTITY -> showIdentity(body, row, centre, formats);
            case CLINICAL -> showClinical(body, row, formats);
            case TAKEN, DECLINED, DISCARDED, EXPIRED -> body.add(createCounts(row, formats));
        }
        page.add(
                new PageHeader(
                        StagedWords.title(this, row), getTranslation("exchange.list.from", row.file(), row.source())),
                body);
    }

    private Component createState(StagedFile row, Formats formats) {
        var line = new Div(
                StagedWords.badge(this, row.state()),
                new Span(
                        row.state().waits()
                                ? getTranslation(
                                        "exchange.staged.until",
                                        formats.dateTime(row.stagedAt()),
                                        formats.date(row.expiresAt()))
                                : getTranslation("exchange.staged.at", formats.dateTime(row.stagedAt()))));
        line.addClassName("relais-referral-head");
        if (row.reason() != null) {
            line.add(new Span(getTranslation("exchange.staged.reason", row.reason())));
        }
        if (row.person() != null && row.name() != null) {
            var link = new Anchor(PersonRoutes.record(row.person()), getTranslation("exchange.staged.record"));
            link.setRouterIgnore(false);
            line.add(link);
        }
        return line;
    }

    private void showIdentity(Div body, StagedFile row, Centre centre, Formats formats) {
        var matches = staged.matches(scope(), row.id());
        unit.setItems(centre.units());
        centre.units().stream()
                .filter(one -> one.kind().inpatient())
                .findFirst()
                .or(() -> centre.units().stream().findFirst())
                .ifPresent(unit::setValue);
        var left = new Div(createIdentity(row, formats));
        left.addClassName("relais-staged-side");
        if (matches.elsewhere()) {
            left.add(new NoticeBar(
                    Severity.CRITICAL,
                    getTranslation("exchange.match.elsewhere"),
                    getTranslation("exchange.match.elsewhere.text")));
        } else if (matches.hint() != null) {
            left.add(new NoticeBar(
                    Severity.WARNING,
                    getTranslation(
                            "exchange.match.hint",
                            centres.centre(matches.hint().centre()).name()),
                    getTranslation("exchange.match.hint.text")));
        }
        if (!matches.candidates().isEmpty()) {
            left.add(createCandidates(matches, formats));
        }
        left.add(createTaking(row, matches));
        var both = new Div(left, createCounts(row, formats));
        both.addClassName("relais-staged-both");
        body.add(both);
    }

    private Component createIdentity(StagedFile row, Formats formats) {
        var panel = new Panel(getTranslation("exchange.staged.identity"));
        var subject = row.subject();
        if (subject == null) {
            return panel;
        }
        if (subject.deceased()) {
            panel.addContent(new NoticeBar(Severity.CRITICAL, getTranslation("exchange.staged.deceased"), ""));
        }
        panel.addContent(createFacts(subject, formats));
        return panel;
    }

    private DescriptionList createFacts(StagedPerson subject, Formats formats) {
        var facts = new DescriptionList();
        facts.addClassName("relais-staged-facts");
        fact(facts, getTranslation("exchange.staged.name"), StagedWords.name(subject.identity()));
        fact(facts, getTranslation("exchange.staged.birth"), StagedWords.birth(subject, formats));
        var gender = subject.identity().gender();
        fact(facts, getTranslation("person.gender"), gender == null ? null : getTranslation(gender.key()));
        subject.contacts()
                .forEach(contact -> fact(facts, getTranslation(contact.kind().key()), contact.value()));
        fact(
                facts,
                getTranslation("exchange.staged.identifiers"),
                formats.number(subject.identifiers().size()));
        return facts;
    }

    private static void fact(DescriptionList facts, String term, @Nullable String value) {
        if (value != null) {
            facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
        }
    }

    private Component createCandidates(StagedMatches matches, Formats formats) {
        var notice = new NoticeBar(
                Severity.WARNING,
                Glyph.USERS,
                getTranslation(matches.known() ? "exchange.match.known" : "exchange.match.possible"),
                getTranslation(matches.known() ? "exchange.match.known.text" : "exchange.match.possible.text"));
        var list = new UnorderedList();
        list.addClassName("relais-staged-candidates");
        matches.candidates().forEach(match -> list.add(createCandidate(match, formats)));
        notice.add(list);
        return notice;
    }

    private ListItem createCandidate(StagedMatch match, Formats formats) {
        var name = match.name();
        var link = new Anchor(PersonRoutes.record(name.person()), name.display());
        link.setRouterIgnore(false);
        var birth = name.birthDate() == null ? "" : " · " + formats.date(name.birthDate());
        var more = new Span(getTranslation(match.reason().key()) + birth + " · " + name.fileNumber());
        more.addClassName("relais-secondary");
        var item = new ListItem(link, more);
        if (match.contradicted()) {
            item.add(new Span(getTranslation("exchange.match.contradicted")));
        } else {
            var button = new Button(
                    getTranslation("exchange.match.attach"), Glyph.USER_CHECK.create(), _ -> askToAttach(match));
            button.setAriaLabel(getTranslation("exchange.match.attach.to", name.display()));
            button.addThemeName("small");
            item.add(button);
        }
        return item;
    }

    private void askToAttach(StagedMatch match) {
        new ConfirmQuestion(
                        getTranslation("exchange.match.question", match.name().display()),
                        getTranslation(
                                "exchange.match.question.text", match.name().fileNumber()),
                        getTranslation("exchange.match.attach"),
                        () -> errors.run(() -> attach(match.name().person())))
                .open();
    }

    private Component createTaking(StagedFile row, StagedMatches matches) {
        var panel = new Panel(getTranslation("exchange.staged.take"), unit);
        var actions = new Div();
        actions.addClassNames("relais-row", "relais-staged-actions");
        var discard = new Button(getTranslation("exchange.staged.discard"), _ -> askToDiscard(row));
        actions.add(discard);
        if (matches.mayRegister()) {
            var take = new BusyButton(
                    getTranslation("exchange.staged.register"), Glyph.USER_PLUS, () -> errors.run(() -> register()));
            take.addThemeName("primary");
            actions.add(take);
        }
        panel.addContent(actions);
        return panel;
    }

    private void register() {
        var asked = unit.getOptionalValue().orElseThrow(() -> new InvalidInput("unit", "shared.error.required"));
        staged.register(scope(), id(), asked.id());
        Toast.success(getTranslation("exchange.staged.registered"));
        show();
    }

    private void attach(PersonId person) {
        var asked = unit.getOptionalValue().orElseThrow(() -> new InvalidInput("unit", "shared.error.required"));
        var grant = access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.IMPORT);
        staged.attach(grant, scope(), id(), asked.id());
        Toast.success(getTranslation("exchange.staged.attached"));
        show();
    }

    private void askToDiscard(StagedFile row) {
        new ConfirmQuestion(
                        getTranslation("exchange.discard.question", row.file()),
                        getTranslation("exchange.discard.text"),
                        getTranslation("exchange.staged.discard"),
                        () -> errors.run(() -> {
                            staged.discard(scope(), id());
                            Toast.success(getTranslation("exchange.discard.done"));
                            getUI().ifPresent(ui -> ui.navigate(ExchangeRoutes.REFERRALS));
                        }))
                .open();
    }

    private void showClinical(Div body, StagedFile row, Formats formats) {
        var preview = preview(row);
        if (preview.isEmpty()) {
            body.add(
                    new NoticeBar(
                            Severity.INFO,
                            Glyph.STETHOSCOPE,
                            getTranslation("exchange.clinical.waits"),
                            getTranslation("exchange.clinical.waits.text")),
                    createCounts(row, formats));
            return;
        }
        var panel = new Panel(getTranslation("exchange.clinical.title"));
        panel.addClassName("relais-preview");
        preview.get().groups().forEach(group -> panel.addContent(new PreviewGroupDetails(group, formats)));
        var side = new Div(createDecision(), createCounts(row, formats));
        side.addClassName("relais-staged-side");
        var both = new Div(panel, side);
        both.addClassName("relais-staged-both");
        body.add(both);
    }

    // Who never reads the medical section is offered nothing; who may not read this record is told as little
    private Optional<ClinicalPreview> preview(StagedFile row) {
        if (!access.roleWrites(Section.MEDICAL)) {
            return Optional.empty();
        }
        try {
            return Optional.of(staged.preview(medical(row.person(), Right.READ), row.id()));
        } catch (AccessDenied | NotFound closed) {
            return Optional.empty();
        }
    }

    private Component createDecision() {
        var accept =
                new BusyButton(getTranslation("exchange.clinical.accept"), Glyph.CHECK, () -> errors.run(this::accept));
        accept.addThemeName("primary");
        var decline =
                new Button(getTranslation("exchange.clinical.decline"), _ -> new DeclineDialog(this::decline).open());
        var actions = new Div(decline, accept);
        actions.addClassNames("relais-row", "relais-staged-actions");
        var text = new Div(getTranslation("exchange.clinical.text"));
        text.addClassName("relais-meta");
        return new Panel(getTranslation("exchange.clinical.decide"), text, actions);
    }

    private void accept() {
        var row = staged.open(scope(), id());
        var medical = medical(row.person(), Right.WRITE);
        var risk = access.grant(medical.person(), Section.RISK, Right.WRITE, Purpose.IMPORT);
        var result = staged.accept(medical, risk, id());
        var stored = result.types().stream().mapToInt(type -> type.imported()).sum();
        Toast.success(getTranslation("exchange.clinical.accepted", stored));
        show();
    }

    private void decline(String reason) {
        var row = staged.open(scope(), id());
        staged.decline(medical(row.person(), Right.WRITE), id(), reason);
        Toast.success(getTranslation("exchange.clinical.declined"));
        show();
    }

    private Grant medical(@Nullable PersonId person, Right right) {
        return access.grant(Objects.requireNonNull(person), Section.MEDICAL, right, Purpose.IMPORT);
    }

    private Component createCounts(StagedFile row, Formats formats) {
        var parts = new Details(
                getTranslation("exchange.staged.parts", row.parts().size()), AccountTable.parts(row.parts()));
        parts.setVisible(!row.parts().isEmpty());
        var panel = new Panel(
                getTranslation("exchange.staged.counts"), new AccountTable(row.types(), formats, false), parts);
        panel.addClassName("relais-staged-counts");
        return panel;
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.IMPORT, null);
    }

    private StagedFileId id() {
        return Objects.requireNonNull(id);
    }
}

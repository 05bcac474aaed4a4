package org.relais.plan.ui;

import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.PersonService;
import org.relais.plan.PlanRoutes;
import org.relais.plan.PlanSheet;
import org.relais.plan.PlanSheets;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SegmentedSwitch;
import org.relais.uikit.WidePage;

/** The plan for the person, as it is printed, in the language they read. Each print is logged. */
@Route(PlanRoutes.SHEET)
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.DISPENSING_NURSE, Roles.PSYCHOLOGIST, Roles.SOCIAL_WORKER})
class PlanSheetView extends Div implements HasDynamicTitle, BeforeEnterObserver, WidePage {

    private final transient PlanDesk desk;
    private final transient PlanSheets sheets;
    private final transient PersonService people;
    private final transient GivenAccesses given;
    private final Div place = new Div();
    private final RadioButtonGroup<Language> language;
    private transient @Nullable Grant plan;
    private transient @Nullable Grant record;

    PlanSheetView(PlanDesk desk, PlanSheets sheets, PersonService people, GivenAccesses given) {
        this.desk = desk;
        this.sheets = sheets;
        this.people = people;
        this.given = given;
        this.language = new SegmentedSwitch<>(
                getTranslation("plan.sheet.language"), one -> getTranslation(one.key()), Language.values());
        language.setValue(Language.of(getLocale()));
        language.addValueChangeListener(event -> look());
        addClassNames("relais-page", "relais-plan-sheet-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plan.sheet.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var person = person(event);
        try {
            plan = desk.access().grant(person, Section.PLAN);
            record = desk.record(person);
        } catch (AccessDenied refusal) {
            throw new NotFound();
        }
        var print = new BusyButton(getTranslation("plan.sheet.print"), Glyph.PRINTER, this::print);
        print.addThemeName("primary");
        var back = new Anchor(PlanRoutes.plan(person), getTranslation("plan.sheet.back"));
        back.addClassName("relais-button");
        back.getElement().setAttribute("router-link", true);
        var choice = new Div(language);
        choice.addClassName("relais-plan-sheet-choice");
        removeAll();
        add(new PageHeader(getPageTitle(), "", print, back), choice, place);
        look();
    }

    private void look() {
        show(sheets.of(plan(), record()));
    }

    private void print() {
        show(sheets.print(plan(), record()));
        getElement().executeJs("setTimeout(() => window.print())");
    }

    private void show(PlanSheet sheet) {
        place.removeAll();
        if (sheet.left() > 0) {
            var notice = new NoticeBar(Severity.INFO, getTranslation("plan.sheet.left", sheet.left()), "");
            notice.addClassName("relais-plan-sheet-choice");
            place.add(notice);
        }
        var head = people.head(record());
        place.add(new PlanSheetPaper(
                desk,
                sheet,
                head.name().display(),
                plan().centres(),
                given.keyWorker(record()).orElse(null),
                language.getValue().locale()));
    }

    private Grant plan() {
        plan = desk.access().fresh(java.util.Objects.requireNonNull(plan));
        return plan;
    }

    private Grant record() {
        record = desk.access().fresh(java.util.Objects.requireNonNull(record));
        return record;
    }

    private static PersonId person(BeforeEnterEvent event) {
        try {
            return PersonId.parse(event.getRouteParameters().get("personId").orElse(""));
        } catch (InvalidInput notAnId) {
            throw new NotFound();
        }
    }

    /** The languages in which the sheet is printed. */
    enum Language {
        FRENCH(Locale.FRENCH, "plan.sheet.french"),
        ENGLISH(Locale.ENGLISH, "plan.sheet.english"),
        SWEDISH(Locale.of("sv"), "plan.sheet.swedish");

        private final Locale locale;
        private final String key;

        Language(Locale locale, String key) {
            this.locale = locale;
            this.key = key;
        }

        static Language of(Locale locale) {
            return switch (locale.getLanguage()) {
                case "en" -> ENGLISH;
                case "sv" -> SWEDISH;
                default -> FRENCH;
            };
        }

        Locale locale() {
            return locale;
        }

        String key() {
            return key;
        }
    }
}

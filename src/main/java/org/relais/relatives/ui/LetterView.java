package org.relais.relatives.ui;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.relatives.RelativeLetter;
import org.relais.relatives.RelativesRoutes;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeContactId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;

/** A letter to a relative as it may be printed today. Each copy is read again before it is printed, and logged. */
@Route(RelativesRoutes.LETTER)
@RolesAllowed({Roles.PHYSICIAN, Roles.PSYCHOLOGIST, Roles.SOCIAL_WORKER})
class LetterView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient RelativesDesk desk;
    private final transient RelativesWords words;
    private final Div place = new Div();

    LetterView(RelativesDesk desk) {
        this.desk = desk;
        this.words = new RelativesWords(desk, getLocale());
        addClassNames("relais-page", "relais-letter-page");
    }

    // The tab and the history name nobody.
    @Override
    public String getPageTitle() {
        return getTranslation("relatives.letter.page");
    }

    // A record that is not there and one that is not open get the same answer.
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PersonId person;
        RelativeContactId letter;
        Grant grant;
        try {
            person = PersonId.parse(event.getRouteParameters().get("personId").orElse(""));
            // The pass comes first: who may not open the record leaves a refusal in the log, whatever else they asked
            grant = desk.access().grant(person, Section.SOCIAL);
            letter = RelativeContactId.parse(
                    event.getRouteParameters().get("letterId").orElse(""));
        } catch (InvalidInput | AccessDenied nothing) {
            throw new NotFound();
        }
        removeAll();
        var back = new Anchor(
                PersonRoutes.record(person, RelativesRoutes.SECTION), getTranslation("relatives.letter.back"));
        back.addClassName("relais-button");
        back.getElement().setAttribute("router-link", true);
        var header = new PageHeader(getPageTitle(), "", back);
        if (grant.mayWrite(Section.SOCIAL)) {
            var print = new BusyButton(
                    getTranslation("relatives.letter.print"), Glyph.PRINTER, () -> print(person, letter));
            print.addThemeName("primary");
            header.addAction(print);
        }
        add(header, place);
        try {
            show(desk.contacts().letter(grant, letter));
        } catch (Conflict over) {
            place.removeAll();
            place.add(new EmptyState(
                    Glyph.BAN, getTranslation("relatives.letter.over"), getTranslation(over.key()), null));
        }
    }

    private void print(PersonId person, RelativeContactId letter) {
        new FieldErrors().run(() -> {
            show(desk.contacts().print(desk.write(person), letter));
            getElement().executeJs("setTimeout(() => window.print())");
        });
    }

    private void show(RelativeLetter letter) {
        place.removeAll();
        if (letter.leftOut() > 0) {
            var notice =
                    new NoticeBar(Severity.WARNING, getTranslation("relatives.letter.left-out", letter.leftOut()), "");
            notice.addClassName("relais-not-printed");
            place.add(notice);
        }
        place.add(createSheet(letter));
    }

    private Article createSheet(RelativeLetter letter) {
        var centre = desk.centre(letter.centre());
        var sheet = new Article();
        sheet.addClassNames("relais-sheet", "relais-letter");
        sheet.add(paragraph(centre.name(), "relais-strong"));
        @Nullable String telephone = centre.telephone();
        if (telephone != null) {
            sheet.add(new Paragraph(telephone));
        }
        sheet.add(
                paragraph(letter.relative(), "relais-letter-to"),
                new Paragraph(words.say("relatives.letter.date", words.date(letter.writtenOn()))),
                new Paragraph(words.say("relatives.letter.greeting", letter.relative())));
        letter.parts().values().forEach(text -> sheet.add(paragraph(text, "relais-letter-part")));
        sheet.add(
                new Paragraph(getTranslation("relatives.letter.closing")),
                new Paragraph(words.staff(letter.writtenBy())),
                new Footer(new Paragraph(getTranslation("relatives.letter.footer"))));
        return sheet;
    }

    private static Paragraph paragraph(String text, String className) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName(className);
        return paragraph;
    }
}

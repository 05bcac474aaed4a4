package org.relais.relatives.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.person.Relative;
import org.relais.relatives.ContactForm;
import org.relais.relatives.RelativeContactRow;
import org.relais.relatives.RelativeContactTitle;
import org.relais.relatives.RelativeLog;
import org.relais.relatives.RelativesRoutes;
import org.relais.relatives.SupportRow;
import org.relais.relatives.TellingBand;
import org.relais.shared.RelativeContactId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** Each relative with what they may be told and what can be done, then what there was with all of them. */
final class RelativesPage extends Div {

    private final transient RelativesDesk desk;
    private final transient RelativesWords words;
    private transient Grant grant;

    RelativesPage(RelativesDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.words = new RelativesWords(desk, getLocale());
        addClassName("relais-relatives");
        load();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        var relatives = desk.people().relatives(grant);
        var log = desk.contacts().of(grant);
        removeAll();
        if (relatives.isEmpty() && log.contacts().isEmpty() && log.titles().isEmpty()) {
            var link = new Anchor(PersonRoutes.identity(grant.person()), getTranslation("relatives.empty.add"));
            link.getElement().setAttribute("router-link", true);
            add(new EmptyState(
                    Glyph.USERS_ROUND,
                    getTranslation("relatives.empty.title"),
                    getTranslation("relatives.empty.text"),
                    grant.mayWrite(Section.SOCIAL) ? link : null));
            return;
        }
        relatives.forEach(relative -> add(createRelative(relative)));
        add(createContacts(log));
        if (!log.supports().isEmpty()) {
            add(createSupports(log.supports()));
        }
        if (log.elsewhere() > 0) {
            add(meta(getTranslation("relatives.elsewhere", log.elsewhere())));
        }
    }

    private Component createRelative(Relative relative) {
        var band =
                TellingBand.of(relative.mayBeTold(), desk.today(desk.home(grant).id()));
        var panel = new Panel(words.relative(relative.name(), relative.relation()));
        var telephone = relative.telephone();
        if (telephone != null) {
            var number = new Span(telephone);
            number.addClassNames("relais-secondary", "relais-numeric");
            panel.addToHeader(number);
        }
        panel.addContent(new TellingBandBar(band, words));
        if (grant.mayWrite(Section.SOCIAL)) {
            var acts = new Div();
            acts.addClassName("relais-relatives-acts");
            var call = button("relatives.call", Glyph.PHONE, relative, () -> openLog(relative, ContactForm.CALL_FROM));
            call.addThemeName("primary");
            acts.add(
                    call,
                    button("relatives.visit", Glyph.DOOR_OPEN, relative, () -> openLog(relative, ContactForm.VISIT)));
            // What is not allowed is not offered: a letter tells that the person is here
            if (band.allowsLetter()) {
                acts.add(button("relatives.letter", Glyph.MAIL, relative, () -> openLetter(relative)));
            }
            acts.add(button("relatives.offer", Glyph.HEART_HANDSHAKE, relative, () -> openOffer(relative)));
            panel.addContent(acts);
        }
        return panel;
    }

    private Button button(String key, Glyph glyph, Relative relative, Runnable act) {
        var button = new BusyButton(getTranslation(key), glyph, act);
        button.addThemeName("small");
        button.setAriaLabel(getTranslation(key) + ", " + relative.name());
        return button;
    }

    private void openLog(Relative relative, ContactForm form) {
        new LogContactDialog(desk, words, desk.home(grant), relative, form, command -> {
                    desk.contacts()
                            .log(
                                    desk.write(grant.person()),
                                    desk.access().grant(grant.person(), Section.RECORD),
                                    command);
                    done(command.beyond().isEmpty() ? "relatives.logged" : "relatives.logged.beyond");
                })
                .open();
    }

    private void openLetter(Relative relative) {
        new LetterDialog(desk, words, desk.home(grant), relative, command -> {
                    desk.contacts().write(desk.write(grant.person()), command);
                    getUI().ifPresent(ui -> ui.navigate(RelativesRoutes.letter(grant.person(), command.id())));
                })
                .open();
    }

    private void openOffer(Relative relative) {
        new OfferDialog(desk, words, desk.home(grant), relative, command -> {
                    desk.contacts().offer(desk.write(grant.person()), command);
                    done("relatives.offered");
                })
                .open();
    }

    private Component createContacts(RelativeLog log) {
        var panel = new Panel(getTranslation("relatives.contacts"));
        panel.setCount(log.contacts().size() + log.titles().size());
        if (log.contacts().isEmpty() && log.titles().isEmpty()) {
            panel.addContent(new Paragraph(getTranslation("relatives.contacts.none")));
        }
        if (!log.titles().isEmpty()) {
            panel.addContent(new NoticeBar(Severity.INFO, getTranslation("relatives.summary"), ""));
            var titles = list();
            log.titles().forEach(title -> titles.add(createTitle(title)));
            panel.addContent(titles);
        }
        if (!log.contacts().isEmpty()) {
            var contacts = list();
            log.contacts().forEach(contact -> contacts.add(createContact(contact)));
            panel.addContent(contacts);
        }
        return panel;
    }

    private ListItem createTitle(RelativeContactTitle title) {
        return new ListItem(
                new Span(words.say(title.form().key())),
                meta(words.say(
                        "relatives.by", words.dateTime(title.at(), title.centre()), words.staff(title.recordedBy()))));
    }

    private ListItem createContact(RelativeContactRow contact) {
        var head = new Div(
                RelativesWords.glyph(contact.form()).create(),
                strong(words.say("relatives.line", words.say(contact.form().key()), contact.name())),
                meta(words.say(
                        "relatives.by",
                        words.dateTime(contact.at(), contact.centre()),
                        words.staff(contact.recordedBy()))));
        head.addClassName("relais-relatives-head");
        var item = new ListItem(head);
        if (!contact.told().isEmpty()) {
            item.add(new Paragraph(words.say("relatives.told", words.topics(contact.told()))));
        }
        if (contact.words() != null) {
            item.add(new Paragraph(contact.words()));
        }
        if (!contact.beyond().isEmpty()) {
            item.add(createBeyond(contact));
        }
        if (contact.heard() != null) {
            var heard = new Div(
                    new SeverityBadge(Severity.INFO, Glyph.SHIELD_ALERT, getTranslation("relatives.third-party")),
                    new Paragraph(contact.heard()));
            heard.addClassName("relais-relatives-heard");
            item.add(heard);
        }
        if (contact.form() == ContactForm.LETTER) {
            var link = new Anchor(
                    RelativesRoutes.letter(grant.person(), contact.id()), getTranslation("relatives.letter.open"));
            link.getElement().setAttribute("router-link", true);
            item.add(link);
        }
        return item;
    }

    private Component createBeyond(RelativeContactRow contact) {
        var line = new Div(new SeverityBadge(
                Severity.WARNING, Glyph.TRIANGLE_ALERT, words.say("relatives.beyond", words.topics(contact.beyond()))));
        line.addClassName("relais-relatives-beyond");
        if (contact.reason() != null) {
            line.add(new Span(words.say("relatives.reason", contact.reason())));
        }
        var seenBy = contact.seenBy();
        if (seenBy != null) {
            line.add(meta(words.say("relatives.seen.by", words.staff(seenBy))));
        } else if (desk.access().roleWrites(Section.PLAN)
                && !contact.recordedBy().equals(grant.actor().id())) {
            var seen = new BusyButton(getTranslation("relatives.seen"), Glyph.EYE, () -> seen(contact.id()));
            seen.addThemeName("small");
            line.add(seen);
        }
        return line;
    }

    private void seen(RelativeContactId contact) {
        new FieldErrors().run(() -> {
            desk.contacts().seen(desk.access().grant(grant.person(), Section.PLAN, Right.WRITE, Purpose.CARE), contact);
            done("relatives.seen.done");
        });
    }

    private Component createSupports(List<SupportRow> supports) {
        var panel = new Panel(getTranslation("relatives.supports"));
        panel.setCount(supports.size());
        var list = list();
        for (var support : supports) {
            var head = new Div(
                    Glyph.HEART_HANDSHAKE.create(),
                    strong(words.say("relatives.line", words.say(support.kind().key()), support.name())),
                    meta(words.say(
                            "relatives.offered.on",
                            words.date(support.offeredOn()),
                            words.staff(support.recordedBy()))));
            head.addClassName("relais-relatives-head");
            if (grant.mayWrite(Section.SOCIAL) && grant.centres().contains(support.centre())) {
                var answer = new BusyButton(
                        getTranslation("relatives.answer"),
                        Glyph.PEN_LINE,
                        () -> new SupportAnswerDialog(desk, support, command -> {
                                    desk.contacts().answer(desk.write(grant.person()), command);
                                    done("relatives.answered");
                                })
                                .open());
                answer.addThemeName("small");
                answer.setAriaLabel(getTranslation("relatives.answer") + ", " + support.name());
                head.add(answer);
            }
            var item = new ListItem(head);
            if (support.note() != null) {
                item.add(new Paragraph(support.note()));
            }
            support.answers()
                    .forEach(answer -> item.add(new Paragraph(words.say(
                                    "relatives.answer.line",
                                    words.date(answer.on()),
                                    words.say(answer.answer().key()),
                                    words.staff(answer.recordedBy()))
                            + (answer.note() == null ? "" : " · " + answer.note()))));
            list.add(item);
        }
        panel.addContent(list);
        return panel;
    }

    private void done(String key) {
        Toast.success(getTranslation(key));
        load();
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("relais-relatives-list");
        return list;
    }

    private static Span strong(String text) {
        var span = new Span(text);
        span.addClassName("relais-strong");
        return span;
    }

    private static Span meta(String text) {
        var span = new Span(text);
        span.addClassName("relais-meta");
        return span;
    }
}

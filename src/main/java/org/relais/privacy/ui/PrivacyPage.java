package org.relais.privacy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import org.relais.access.GiveConsent;
import org.relais.access.GivenAccess;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.PersonLock;
import org.relais.access.Section;
import org.relais.access.SharingConsent;
import org.relais.shared.StaffId;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.Toast;

/** One person's confidentiality: what is in force for every reader of the section, and the acts of those who may. */
final class PrivacyPage extends Div {

    private final transient PrivacyDesk desk;
    private transient Grant grant;

    PrivacyPage(PrivacyDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        addClassNames("relais-column", "relais-privacy");
        show();
    }

    private void show() {
        grant = desk.fresh(grant);
        var writes = grant.mayWrite(Section.ADMINISTRATIVE);
        var gives = writes && desk.gives();
        // A summary tells what is in force, not the words of who decided it
        var full = grant.level(Section.ADMINISTRATIVE) == Level.READ;
        var words = desk.words();
        removeAll();
        add(
                new Paragraph(getTranslation("privacy.intro")),
                new ConsentsPanel(desk.consents().of(grant), words, writes, new Agreements()),
                new LocksPanel(desk.locks().of(grant), words, writes, new Closing()),
                new KeyWorkersPanel(desk.given().keyWorkers(grant), words, writes, this::nameKeyWorker),
                new GivenAccessesPanel(desk.given().of(grant), words, full, gives, new Giving()));
        var protection = desk.protections().of(grant);
        if (gives || protection.isPresent()) {
            add(new ProtectionPanel(protection, words, full, gives, new Protecting()));
        }
    }

    private void done(String key, Runnable change) {
        change.run();
        Toast.success(getTranslation(key));
        show();
    }

    /** Asks once, then does it. */
    private void ask(String key, String about, Runnable change) {
        new ConfirmQuestion(
                        getTranslation(key + ".question", about),
                        getTranslation(key + ".text"),
                        getTranslation(key + ".verb"),
                        () -> done(key + ".done", change))
                .open();
    }

    private void nameKeyWorker() {
        var words = desk.words();
        new KeyWorkerDialog(
                        words.centres(grant.centres()),
                        words.colleagues(),
                        (centre, staff) -> done(
                                "privacy.key-worker.done",
                                () -> desk.given().nameKeyWorker(desk.writing(grant), centre, staff)))
                .open();
    }

    /** What may be done with consents. */
    private final class Agreements implements ConsentsPanel.Actions {

        @Override
        public void add() {
            var words = desk.words();
            new GiveConsentDialog(words, grant.centres(), command -> give(command)).open();
        }

        @Override
        public void withdraw(SharingConsent consent, String recipient) {
            ask(
                    "privacy.consent.withdraw",
                    recipient,
                    () -> desk.consents().withdraw(desk.writing(grant), consent.id()));
        }

        private void give(GiveConsent command) {
            done("privacy.consent.give.done", () -> desk.consents().give(desk.writing(grant), command));
        }
    }

    /** What may be done with locks. */
    private final class Closing implements LocksPanel.Actions {

        @Override
        public void add() {
            new PlaceLockDialog(
                            desk.words(),
                            desk.locks().of(grant),
                            choice -> done("privacy.lock.place.done", () -> {
                                var write = desk.writing(grant);
                                switch (choice) {
                                    case PlaceLockDialog.OfSection(var section) ->
                                        desk.locks().lockSection(write, section);
                                    case PlaceLockDialog.OfUnit(var unit) ->
                                        desk.locks().lockUnit(write, unit);
                                }
                            }))
                    .open();
        }

        @Override
        public void lift(PersonLock lock, String what) {
            ask("privacy.lock.lift", what, () -> desk.locks().lift(desk.writing(grant), lock.id()));
        }
    }

    /** What may be done with accesses for a time. */
    private final class Giving implements GivenAccessesPanel.Actions {

        @Override
        public void add() {
            var words = desk.words();
            new GiveAccessDialog(
                            words,
                            words.centres(grant.centres()),
                            (centre, staff, until, reason) -> done(
                                    "privacy.given.give.done",
                                    () -> desk.given().give(desk.writing(grant), centre, staff, until, reason)))
                    .open();
        }

        @Override
        public void end(GivenAccess given, String who) {
            ask("privacy.given.end", who, () -> desk.given().end(desk.writing(grant), given.id()));
        }
    }

    /** What may be done with the protection. */
    private final class Protecting implements ProtectionPanel.Actions {

        @Override
        public void protect() {
            new ProtectDialog(
                            desk.words().colleagues(),
                            (named, reason) -> done(
                                    "privacy.protection.protect.done",
                                    () -> desk.protections().protect(desk.writing(grant), named, reason)))
                    .open();
        }

        @Override
        public void name() {
            new NameDialog(
                            desk.words().colleagues(),
                            staff -> done(
                                    "privacy.protection.name.done",
                                    () -> desk.protections().name(desk.writing(grant), staff)))
                    .open();
        }

        @Override
        public void unname(StaffId staff, String who) {
            ask("privacy.protection.unname", who, () -> desk.protections().unname(desk.writing(grant), staff));
        }

        @Override
        public void end() {
            ask("privacy.protection.end", "", () -> desk.protections().end(desk.writing(grant)));
        }
    }
}

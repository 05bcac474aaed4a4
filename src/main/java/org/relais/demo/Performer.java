package org.relais.demo;

import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.person.AttachIdentity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;

/** Does the deeds of the script through the rooms' own services, as whoever is signed in, at the time the clock shows. */
@Component
@ConditionalOnProperty("relais.demonstration")
class Performer {

    private final AccessService access;
    private final PersonService persons;
    private final SharingConsents consents;
    private final EpisodeDeeds episodes;
    private final DetoxDeeds detoxes;
    private final MedicationDeeds medication;
    private final TransferDeeds transfers;
    private final PlaceDeeds places;
    private final RecordDeeds records;
    private final BoardDeeds board;
    private final EmergencyDeeds emergencies;
    private final PrivacyDeeds privacy;
    private final PlanDeeds plans;
    private final SituationDeeds situations;
    private final AgendaDeeds agenda;
    private final ReviewDeeds reviews;
    private final ReferralDeeds referrals;
    private final AftercareDeeds aftercare;
    private final RelativesDeeds relatives;
    private final IntakeDeeds intakes;
    private final HouseIndex house;

    Performer(
            AccessService access,
            PersonService persons,
            SharingConsents consents,
            EpisodeDeeds episodes,
            DetoxDeeds detoxes,
            MedicationDeeds medication,
            TransferDeeds transfers,
            PlaceDeeds places,
            RecordDeeds records,
            BoardDeeds board,
            EmergencyDeeds emergencies,
            PrivacyDeeds privacy,
            PlanDeeds plans,
            SituationDeeds situations,
            AgendaDeeds agenda,
            ReviewDeeds reviews,
            ReferralDeeds referrals,
            AftercareDeeds aftercare,
            RelativesDeeds relatives,
            IntakeDeeds intakes,
            HouseIndex house) {
        this.access = access;
        this.persons = persons;
        this.consents = consents;
        this.episodes = episodes;
        this.detoxes = detoxes;
        this.medication = medication;
        this.transfers = transfers;
        this.places = places;
        this.records = records;
        this.board = board;
        this.emergencies = emergencies;
        this.privacy = privacy;
        this.plans = plans;
        this.situations = situations;
        this.agenda = agenda;
        this.reviews = reviews;
        this.referrals = referrals;
        this.aftercare = aftercare;
        this.relatives = relatives;
        this.intakes = intakes;
        this.house = house;
    }

    void perform(Life life, Act act) {
        switch (act.deed()) {
            case Deed.Register deed -> register(life, deed);
            case Deed.Identify deed -> {
                var version = persons.head(record(life)).version();
                persons.attachIdentity(
                        write(life, Section.ADMINISTRATIVE), new AttachIdentity(deed.identity(), version));
            }
            case Deed.Warn deed -> persons.addAlert(write(life, Section.RISK), deed.alert());
            case Deed.NameRelative deed -> persons.addRelative(write(life, Section.ADMINISTRATIVE), deed.relative());
            case Deed.ShareBetweenCentres deed -> {
                var days = deed.days();
                var until = days == null ? null : act.at().plus(Duration.ofDays(days));
                consents.give(write(life, Section.ADMINISTRATIVE), GiveConsent.everywhere(until, "fr"));
            }
            case Deed.LookAt(var sections) -> sections.forEach(section -> access.grant(life.person(), section));
            case Deed.OfPrivacy deed ->
                privacy.perform(life, () -> write(life, Section.ADMINISTRATIVE), deed, act.at());
            case Deed.OfPlan deed -> plans.perform(life, write(life, Section.PLAN), deed);
            case Deed.OfEpisode deed -> episodes.perform(record(life), write(life, Section.ADMINISTRATIVE), deed);
            case Deed.OfDetox deed -> detoxes.perform(write(life, Section.MEDICAL), deed, act.at());
            case Deed.OfMedication deed -> medication.perform(write(life, Section.MEDICAL), deed, act.at());
            case Deed.OfReview deed -> reviews.perform(life, (ReviewDeed) deed);
            case Deed.OfTransfer deed -> transfers.perform(life.person(), deed, act.at());
            case Deed.OfPlace deed -> places.perform(record(life), write(life, Section.ADMINISTRATIVE), deed, act.at());
            case Deed.OfAgenda deed -> agenda.perform(deed, () -> write(life, Section.PLAN));
            case Deed.OfBoard deed -> board.perform(life, (BoardDeed) deed);
            case Deed.OfAftercare deed ->
                aftercare.perform(
                        write(life, Section.PLAN),
                        () -> write(life, Section.ADMINISTRATIVE),
                        (AftercareDeed) deed,
                        act.at());
            case Deed.OfRelatives deed ->
                relatives.perform(write(life, Section.SOCIAL), record(life), (RelativesDeed) deed, act.at());
            case Deed.OfEmergency deed -> emergencies.perform(life, deed);
            case Deed.OfSituation(var told) -> situations.perform(write(life, Section.SOCIAL), told, act.at());
            case Deed.AnswerIntake deed -> intakes.perform(life, deed);
            case Deed.OfReferral deed -> referrals.perform(life, deed, act.at());
            case Deed.OfRecord deed -> records.perform(life, write(life, deed.section()), deed, act.at());
        }
    }

    private void register(Life life, Deed.Register deed) {
        var unit = house.unit(deed.ward());
        var command = new RegisterPerson(unit.centre(), unit.id(), deed.identity());
        var contact = deed.contact();
        life.registered(persons.register(
                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                contact == null ? command : command.with(contact)));
    }

    private Grant record(Life life) {
        return access.grant(life.person(), Section.RECORD);
    }

    private Grant write(Life life, Section section) {
        return access.grant(life.person(), section, Right.WRITE, Purpose.CARE);
    }
}

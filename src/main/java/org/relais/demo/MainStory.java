package org.relais.demo;

import java.time.Instant;
import java.util.Map;

import org.relais.demo.Course.Writing;
import org.relais.demo.Deed.Text;
import org.relais.episode.Priority;
import org.relais.person.AlertKind;
import org.relais.person.MayBeTold;
import org.relais.person.Relation;
import org.relais.person.RelativeDetails;
import org.relais.person.TellingTopic;
import org.relais.reintegration.StepDomain;
import org.relais.shared.Severity;

/** Rémi Castellane: followed at La Passerelle for most of the year, in bed 301A since the day before yesterday. */
final class MainStory {

    private static final String TILLEULS = Cast.TILLEULS;
    private static final String PASSERELLE = Cast.PASSERELLE;

    private final Course remi;

    MainStory(Course remi) {
        this.remi = remi;
    }

    void tell() {
        warnings();
        remi.tellOwnSituation();
        Paths.followUp(remi, 285, -1, 13);
        remi.on(remi.workday(262, 15), "n.tavares", new Deed.ShareBetweenCentres(730));
        remi.on(
                remi.workday(262, 16),
                "n.tavares",
                new Deed.NameRelative(new RelativeDetails(
                        "Élodie Castellane",
                        Relation.SISTER,
                        "06 39 98 41 07",
                        new MayBeTold(
                                Map.of(
                                        TellingTopic.PRESENCE, true,
                                        TellingTopic.WELLBEING, true,
                                        TellingTopic.TREATMENT, false,
                                        TellingTopic.RESULTS, false),
                                remi.due(-262),
                                null))));
        beforeTheStay();
        firstDays();
        yesterday();
        today();
        steps();
        SituationStory.main(remi, "n.tavares", PASSERELLE);
        AgendaStory.remi(remi);
        ReferralPlot.main(remi);
        RelativesStory.sister(remi);
        PlanStories.remi(remi);
        remi.on(remi.workday(260, 15), "n.tavares", new Deed.NameKeyWorker(PASSERELLE, "n.tavares"));
        remi.on(remi.day(2, 13), "c.aubry", new Deed.NameKeyWorker(TILLEULS, "c.aubry"));
        remi.on(remi.day(2, 14), "c.aubry", new BoardDeed.PlanDischarge(remi.due(4)));
    }

    private void warnings() {
        var at = remi.workday(284, 11);
        remi.warn(
                at,
                "h.vasseur",
                AlertKind.ALLERGY,
                Severity.CRITICAL,
                "Amoxicilline (œdème)",
                "Dit par Rémi, courrier de 2019");
        remi.warn(
                at.plusSeconds(60),
                "h.vasseur",
                AlertKind.SEIZURE_HISTORY,
                Severity.CRITICAL,
                "en mars 2023",
                "Compte rendu des urgences");
        remi.warn(
                remi.day(2, 12),
                "h.vasseur",
                AlertKind.SUICIDE_RISK,
                Severity.WARNING,
                "évaluées, pas de projet",
                "Entretien d’entrée");
        remi.warn(
                remi.day(2, 15),
                "h.vasseur",
                AlertKind.OTHER,
                Severity.WARNING,
                "QTc 462 ms",
                "Électrocardiogramme d’entrée");
    }

    private void beforeTheStay() {
        remi.on(
                remi.workday(15, 11),
                "h.vasseur",
                new Deed.Enquire(Ward.WITHDRAWAL, "« Arrêter l’alcool, et descendre le diazépam sans me presser. »"));
        remi.on(
                remi.workday(15, 12),
                "m.delorme",
                new Deed.PutOnList(Ward.WITHDRAWAL, Priority.HIGH, "Convulsion lors d’un sevrage précédent"));
        var admitted = remi.day(2, 9);
        remi.on(admitted, "y.haddad", new Deed.AdmitTo(Ward.WITHDRAWAL, "301A"));
        Watch.begin(remi, admitted);
        remi.on(admitted.plusSeconds(1800), "h.vasseur", new Deed.OrderDiazepam(TILLEULS));
    }

    private void firstDays() {
        remi.note(
                remi.day(2, 10),
                "y.haddad",
                TILLEULS,
                Writing.NURSING,
                new Text(
                        "Entrée en sevrage hospitalier, lit 301A",
                        "Dernier verre ce matin à 6 h 30. Diazépam au long cours, 40 mg par jour. Rémi est venu avec sa"
                                + " sœur Élodie, effets rangés ensemble, chambre expliquée."));
        remi.vitals(remi.day(2, 11), TILLEULS, 6);
        remi.ciwa(remi.day(2, 12), TILLEULS, 18, true);
        remi.ciwa(remi.day(2, 16), TILLEULS, 16, false);
        remi.note(
                remi.day(2, 17),
                "h.vasseur",
                TILLEULS,
                Writing.VISIT,
                new Text(
                        "Examen d’entrée",
                        "Conscient, orienté, tremblement des mains. Pas de signe d’encéphalopathie. Thiamine par voie"
                                + " veineuse, hydratation, diazépam selon le protocole du service. Bilan demandé."));
        remi.ciwa(remi.day(2, 20), TILLEULS, 15, false);
        remi.note(
                remi.day(2, 22),
                "m.lefort",
                TILLEULS,
                Writing.TRANSMISSION,
                new Text(
                        "Endormi vers 22 h 30",
                        "Veilleuse laissée allumée à sa demande. Passages toutes les deux heures."));
    }

    private void yesterday() {
        remi.note(
                remi.day(1, 6),
                "m.lefort",
                TILLEULS,
                Writing.TRANSMISSION,
                new Text(
                        "Nuit entrecoupée",
                        "Réveillé à 2 h et à 4 h par des sueurs. A demandé à parler dix minutes, s’est rendormi."));
        remi.ciwa(remi.day(1, 8), TILLEULS, 13, false);
        remi.vitals(remi.day(1, 8), TILLEULS, 4);
        var mistaken = remi.day(1, 9);
        remi.note(
                mistaken,
                "y.haddad",
                TILLEULS,
                Writing.NURSING,
                new Text("Pansement refait au pied gauche", "Plaie peu profonde, bords rapprochés, compresse sèche."));
        remi.on(
                mistaken.plusSeconds(5400),
                "y.haddad",
                new Deed.TakeBack(
                        remi.lastNote(),
                        Writing.NURSING.section(),
                        TILLEULS,
                        "Écrit dans le mauvais dossier : il s’agit de la personne du lit voisin."));
        remi.ciwa(remi.day(1, 13), TILLEULS, 11, false);
        remi.note(
                remi.day(1, 15),
                "s.lemoine",
                PASSERELLE,
                Writing.CONTACT,
                new Text(
                        "Naloxone nasale remise, usage expliqué", "Kit supplémentaire proposé pour sa sœur, accepté."));
        remi.note(
                remi.day(1, 17),
                "p.wretling",
                TILLEULS,
                Writing.FAMILY_CALL,
                new Text(
                        "Sa sœur Élodie viendra samedi à 14:00",
                        "Information donnée dans la limite du consentement : présence uniquement."));
        remi.ciwa(remi.day(1, 20), TILLEULS, 9, false);
    }

    private void today() {
        remi.ciwa(remi.minutesAgo(385), TILLEULS, 10, false);
        remi.note(
                remi.minutesAgo(350),
                "h.vasseur",
                TILLEULS,
                Writing.VISIT,
                new Text(
                        "Poursuite du sevrage, paliers de diazépam inchangés",
                        "Pas de confusion. Thiamine par voie veineuse encore deux jours. Électrocardiogramme de contrôle"
                                + " demandé."));
        remi.on(
                remi.minutesAgo(240),
                "h.vasseur",
                new Deed.AddTo(
                        remi.lastNote(),
                        Writing.VISIT.section(),
                        TILLEULS,
                        "Kaliémie reçue : 3,6 mmol/L. Pas de changement, contrôle demain avec le bilan prévu."));
        remi.session(remi.minutesAgo(270), "i.quemeneur", TILLEULS, remi.due(5), true);
        remi.note(
                remi.minutesAgo(190),
                "n.tavares",
                TILLEULS,
                Writing.SOCIAL,
                new Text(
                        "Place en appartement thérapeutique : dossier transmis",
                        "Association Le Seuil, réponse attendue sous huit jours. Rémi préfère rester proche de sa fille."));
        remi.on(remi.minutesAgo(189), "n.tavares", new PlanDeed.Tie(PlanStories.HOME, remi.lastNote()));
        remi.on(
                remi.minutesAgo(145),
                "m.lefort",
                new Deed.Rate(
                        "CIWA_AR",
                        TILLEULS,
                        Ratings.ciwa(14, remi.random()),
                        "Tremblement visible bras étendus, sueurs au front. Diazépam 10 mg donné à la suite, selon le"
                                + " protocole."));
        remi.on(remi.minutesAgo(141), "m.lefort", new Deed.GiveProposed());
        remi.vitals(remi.minutesAgo(140), TILLEULS, 5);
        remi.draft(
                remi.minutesAgo(20),
                "c.aubry",
                Writing.NURSING,
                "Inquiet pour sa fille",
                "Rémi accepte d’en parler avec la psychologue. Score à refaire avant la relève et");
    }

    private void steps() {
        new BoardStory(remi, "n.tavares").tell();
        forColleagues();
    }

    private void forColleagues() {
        assign(
                remi.workday(10, 12),
                PASSERELLE,
                StepDomain.FAMILY,
                "Préparer le premier appel à sa fille",
                0,
                "i.quemeneur");
        assign(remi.workday(16, 12), PASSERELLE, StepDomain.RIGHTS, "Certificat médical pour la MDPH", -2, "h.vasseur");
        assign(remi.day(1, 11), TILLEULS, StepDomain.OTHER, "Fiche de liaison pour La Passerelle", -1, "c.aubry");
        assign(
                remi.day(1, 12),
                TILLEULS,
                StepDomain.OTHER,
                "Rendez-vous chez le dentiste, avant la sortie",
                0,
                "c.aubry");
    }

    private void assign(Instant at, String centre, StepDomain domain, String title, int due, String worker) {
        remi.on(at, "n.tavares", new Deed.PlanStep(worker + " " + title, centre, domain, title, remi.due(due), worker));
    }
}

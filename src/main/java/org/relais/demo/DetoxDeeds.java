package org.relais.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.centre.Centres;
import org.relais.detox.DetoxEpisodes;
import org.relais.detox.EndCriterion;
import org.relais.detox.EndDetox;
import org.relais.detox.Protocols;
import org.relais.detox.StartDetox;
import org.relais.history.SaveSubstances;
import org.relais.history.SubstanceProfiles;
import org.relais.shared.DetoxId;
import org.relais.shared.HistoryItemId;

/** The deeds of the watch over a withdrawal. */
@Component
@ConditionalOnProperty("relais.demonstration")
class DetoxDeeds {

    private static final String REASON = "Vérifié avec la personne et l’équipe à la sortie";

    private final DetoxEpisodes detoxes;
    private final SubstanceProfiles profiles;
    private final Protocols protocols;
    private final Centres centres;
    private final HouseIndex house;

    DetoxDeeds(
            DetoxEpisodes detoxes, SubstanceProfiles profiles, Protocols protocols, Centres centres, HouseIndex house) {
        this.detoxes = detoxes;
        this.profiles = profiles;
        this.protocols = protocols;
        this.centres = centres;
        this.house = house;
    }

    void perform(Grant write, Deed.OfDetox deed, Instant at) {
        switch (deed) {
            case Deed.BeginDetox(var code, var protocol, var substance) -> {
                var centre = house.centre(code);
                var today = centres.centre(centre).serviceDay().of(at);
                var days = protocols.on(protocol, today).orElseThrow().plannedDays();
                detoxes.start(
                        write,
                        new StartDetox(
                                DetoxId.create(),
                                centre,
                                protocol,
                                List.of(substance),
                                null,
                                today.plusDays(days - 1L),
                                Set.of(),
                                false,
                                null));
            }
            case Deed.TellSubstances(var code, var told) -> {
                var centre = house.centre(code);
                var version = profiles.of(write).versionAt(centre);
                profiles.save(write, new SaveSubstances(HistoryItemId.create(), centre, version, told));
            }
            case Deed.EndDetoxWith(var outcome) -> {
                var live = detoxes.live(write).orElseThrow();
                var stated = detoxes.open(write, live.id()).stream()
                        .filter(EndCriterion::stated)
                        .map(EndCriterion::code)
                        .collect(Collectors.toSet());
                detoxes.end(write, new EndDetox(live.id(), live.version(), outcome, stated, REASON));
            }
        }
    }
}

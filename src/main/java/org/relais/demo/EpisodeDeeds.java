package org.relais.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.episode.Admit;
import org.relais.episode.Discharge;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.OpenEnquiry;
import org.relais.episode.PutOnWaitingList;
import org.relais.episode.StartOutpatient;

/** The deeds between enquiry and discharge. */
@Component
@ConditionalOnProperty("relais.demonstration")
class EpisodeDeeds {

    private final EpisodeService episodes;
    private final ReadyBeds beds;
    private final HouseIndex house;

    EpisodeDeeds(EpisodeService episodes, ReadyBeds beds, HouseIndex house) {
        this.episodes = episodes;
        this.beds = beds;
        this.house = house;
    }

    /** @param record the record as who acts has just opened it */
    void perform(Grant record, Grant write, Deed.OfEpisode deed) {
        switch (deed) {
            case Deed.Enquire(var ward, var note) ->
                episodes.enquire(write, new OpenEnquiry(house.unit(ward).id(), note, null));
            case Deed.PutOnList(var ward, var priority, var reason) -> {
                var row = live(record, ward);
                episodes.waitFor(
                        write,
                        new PutOnWaitingList(
                                row.id(), row.version(), house.unit(ward).id(), priority, reason, null));
            }
            case Deed.AdmitTo(var ward, var bed) -> {
                var row = live(record, ward);
                var unit = house.unit(ward).id();
                var into = house.bed(ward, bed);
                beds.prepare(unit, into);
                episodes.admit(write, new Admit(row.id(), row.version(), unit, into, null));
            }
            case Deed.CleanBed(var ward, var bed) ->
                beds.prepare(house.unit(ward).id(), house.bed(ward, bed));
            case Deed.StartAt(var ward) -> {
                var row = live(record, ward);
                episodes.startOutpatient(
                        write,
                        new StartOutpatient(
                                row.id(), row.version(), house.unit(ward).id(), null));
            }
            case Deed.DischargeFrom(var ward, var reason, var destination, var note) -> {
                var row = live(record, ward);
                episodes.discharge(write, new Discharge(row.id(), row.version(), reason, destination, note, null));
            }
        }
    }

    private EpisodeRow live(Grant record, Ward ward) {
        var unit = house.unit(ward).id();
        return episodes.of(record).stream()
                .filter(row -> unit.equals(row.unit()) && row.state() != EpisodeState.CLOSED)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No live episode at " + ward));
    }
}

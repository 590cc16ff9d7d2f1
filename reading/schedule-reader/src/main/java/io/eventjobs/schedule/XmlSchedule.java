package io.eventjobs.schedule;

import java.io.StringReader;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads Pentabarf XML, as written by FOSDEM, frab, pretalx and the c3voc. */
final class XmlSchedule {
    private final @Nullable URI address;
    private final SessionList sessions = new SessionList();
    private final Map<String, XmlElement> people = new HashMap<>();
    private Schedule.Conference conference;
    private SlotTimes times = SlotTimes.in(null);
    private boolean isMarkdown;
    private @Nullable LocalDate day;
    private @Nullable String room;

    XmlSchedule(@Nullable URI address) {
        this.address = address;
        this.conference = new Schedule.Conference("", null, address, null);
    }

    Schedule parse(String text) throws UnreadableScheduleException {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(XmlCleaning.cleaned(text)));
            if (xml.nextTag() != XMLStreamConstants.START_ELEMENT
                    || !xml.getLocalName().equals("schedule")) {
                throw new UnreadableScheduleException(
                        "Its root is " + xml.getLocalName() + ", while that of a schedule is schedule.");
            }
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new UnreadableScheduleException("Its XML is broken: " + where(e), e);
        }
        return new Schedule(ScheduleFormat.PENTABARF_XML, conference, sessions.all(), sessions.warnings());
    }

    private void element(XMLStreamReader xml) throws XMLStreamException, UnreadableScheduleException {
        switch (xml.getLocalName()) {
            case "generator" -> isMarkdown = "pretalx".equals(xml.getAttributeValue(null, "name"));
            case "conference" -> conference(XmlElement.read(xml));
            case "persons" ->
                people.putAll(XmlElement.by("id", XmlElement.read(xml).children()));
            case "day" -> day = SlotTimes.date(xml.getAttributeValue(null, "date"));
            case "room" -> room = xml.getAttributeValue(null, "name");
            case "event" -> event(XmlElement.read(xml));
            default -> {}
        }
    }

    private void conference(XmlElement said) {
        conference = new Schedule.Conference(
                Objects.requireNonNullElse(CleanText.line(said.text("title")), ""),
                CleanText.line(said.text("acronym")),
                WebAddress.base(address, said.text("base_url")),
                SlotTimes.zone(said.text("time_zone_name")));
        LocalTime change = SlotTimes.time(said.text("day_change"));
        times = new SlotTimes(conference.zone(), change == null ? LocalTime.MIDNIGHT : change);
    }

    private void event(XmlElement event) throws UnreadableScheduleException {
        SessionDraft draft = new SessionDraft(conference.base() == null ? address : conference.base());
        draft.id = event.attribute("id");
        draft.guid = event.attribute("guid");
        draft.code = event.attribute("code");
        draft.slug = event.text("slug");
        draft.url = event.text("url");
        draft.title = event.text("title");
        draft.subtitle = event.text("subtitle");
        draft.track = event.text("track");
        draft.room = Objects.requireNonNullElse(event.text("room"), Objects.requireNonNullElse(room, ""));
        draft.type = event.text("type");
        draft.language = event.text("language");
        draft.summary = prose(event.text("abstract"));
        draft.description = prose(event.text("description"));
        draft.slot = times.slot(day, event.text("date"), event.text("start"), event.text("duration"));
        event.inside("persons").forEach(person -> speaker(draft, person));
        links(draft, event);
        sessions.add(draft);
    }

    /** A person's data within the session take precedence over those listed once for all sessions. */
    private void speaker(SessionDraft draft, XmlElement person) {
        XmlElement more = people.getOrDefault(Objects.requireNonNullElse(person.attribute("id"), ""), person);
        String own = CleanText.line(person.ownText());
        String biography = first(person.text("biography"), more.text("biography", "description", "abstract"));
        draft.speaker(
                first(first(person.text("name", "public_name"), own), name(more)),
                first(person.text("affiliation", "organization"), more.text("affiliation", "organization")),
                prose(biography),
                first(person.attribute("url"), first(more.attribute("url"), more.text("url"))));
    }

    private static @Nullable String name(XmlElement person) {
        String name = first(person.text("name", "public_name", "full_public_name"), person.attribute("name"));
        return name == null ? CleanText.line(person.ownText()) : name;
    }

    private static void links(SessionDraft draft, XmlElement event) {
        draft.link(event.text("video_download_url"), "Video", SessionLink.Kind.RECORDING);
        for (XmlElement file : event.inside("attachments")) {
            draft.attachment(file.attribute("href", "url"), file.text(), file.attribute("type"));
        }
        for (XmlElement link : event.inside("links")) {
            String address = first(link.attribute("href", "url"), link.text());
            draft.link(address, link.text(), link.attribute("service", "type"));
        }
        draft.link(event.text("feedback_url"), "Feedback", SessionLink.Kind.SERVICE);
    }

    private @Nullable Prose prose(@Nullable String text) {
        String block = CleanText.block(text);
        if (block == null) {
            return null;
        }
        return isMarkdown ? Prose.written(block) : Prose.guessed(block);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static String where(XMLStreamException fault) {
        return fault.getLocation() == null
                ? "it ends early"
                : "line " + fault.getLocation().getLineNumber() + ", column "
                        + fault.getLocation().getColumnNumber();
    }

    /** Document types are not processed, which excludes external entities and entity expansion attacks. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("External resources are not allowed.");
        });
        return factory;
    }
}

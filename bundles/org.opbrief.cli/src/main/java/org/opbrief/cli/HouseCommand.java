package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Seal;

/** {@code house}, which by itself shows the agency of the workspace. */
final class HouseCommand implements Command {

    @Override
    public String name() {
        return "house";
    }

    @Override
    public String summary() {
        return "Shows, or sets, the agency that briefings of the workspace are made for.";
    }

    @Override
    public List<Command> commands() {
        return List.of(new HouseSetCommand(), new HouseClearCommand());
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, ReportException {
        House house = call.services().houses().of(call.workspaces().folder());
        if (call.json()) {
            Json.write(call.console(), json -> json(json, house));
        } else {
            show(call, house);
        }
        return Opbrief.DONE;
    }

    private static void json(JsonGenerator json, House house) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", house.name());
        if (house.seal().isPresent()) {
            Seal seal = house.seal().get();
            json.writeObjectFieldStart("seal");
            json.writeStringField("sha256", seal.sha256());
            json.writeNumberField("width", seal.width());
            json.writeNumberField("height", seal.height());
            json.writeEndObject();
        } else {
            json.writeNullField("seal");
        }
        json.writeArrayFieldStart("markings");
        for (Map.Entry<String, Marking> marking : house.markings().entrySet()) {
            json.writeStartObject();
            json.writeStringField("edition", marking.getKey());
            json.writeStringField("text", marking.getValue().text());
            json.writeStringField("color", marking.getValue().color());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("font", house.font().orElse(""));
        json.writeEndObject();
    }

    static void show(Invocation call, House house) throws CommandException {
        Console console = call.console();
        if (house.equals(House.NONE)) {
            console.line("Briefings of this workspace show no agency; to set one: "
                    + call.suggestionHere("house set --name NAME --seal FILE"));
            return;
        }
        console.line("Agency: " + (house.name().isEmpty() ? "not shown by name" : house.name()));
        console.line("Seal: "
                + house.seal()
                        .map(seal -> seal.width() + " x " + seal.height() + " pixels, SHA-256 " + seal.sha256())
                        .orElse("none"));
        house.markings()
                .forEach((edition, marking) -> console.line("Marking of the edition " + edition + ": "
                        + (marking.text().isEmpty() ? "none" : marking.text() + " (" + marking.color() + ")")));
        console.line("Font: " + house.font().orElse("the usual one"));
    }
}

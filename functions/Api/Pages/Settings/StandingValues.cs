using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>
/// What stands now, as the form of a step begins with it: a step that sets something sets it as a whole, and nobody should have to copy what stays the same.
/// </summary>
internal static class StandingValues
{
    /// <param name="query">Which one of several: <c>term</c> of a ladder, <c>name</c> of a team, <c>mandateId</c>, <c>office</c>.</param>
    public static JsonObject Of(StepDefinition<Organisation> step, Organisation now, IQueryCollection query) =>
        Written.TryGetValue(step.Payload, out var write) ? write(now, name => query[name].ToString() is { Length: > 0 and <= 200 } text ? text : null) : [];

    private static readonly ImmutableDictionary<Type, Func<Organisation, Func<string, string?>, JsonObject>> Written = ImmutableDictionary.CreateRange(
        new Dictionary<Type, Func<Organisation, Func<string, string?>, JsonObject>>
        {
            [typeof(SetLetterhead)] = (now, _) => Letterhead(now),
            [typeof(SetApprovalRoute)] = (now, _) => new JsonObject { ["levels"] = new JsonArray([.. now.ApprovalLevels.Select(Level)]) },
            [typeof(SetLadder)] = (now, asked) => Enum.GetValues<TermKind>().Cast<TermKind?>().FirstOrDefault(kind => Kebab.Of(kind!.Value) == asked("term")) is { } term
                ? Ladder(term, now.LadderFor(term))
                : [],
            [typeof(SetTeam)] = (now, asked) => asked("name") is { } name && now.Teams.TryGetValue(name, out var persons)
                ? new JsonObject { ["name"] = name, ["persons"] = Texts(persons) }
                : [],
            [typeof(SetRetention)] = (now, asked) => Enum.GetValues<RequestEnd>().Cast<RequestEnd?>().FirstOrDefault(end => Kebab.Of(end!.Value) == asked("of")) is { } end
                ? new JsonObject { ["of"] = Kebab.Of(end), ["category"] = now.Retentions.GetValueOrDefault(end)?.Category, ["years"] = now.Retentions.GetValueOrDefault(end)?.Years }
                : [],
            [typeof(EndMandate)] = (now, asked) => now.Mandates.Any(mandate => mandate.Id.ToString() == asked("mandateId")) ? new JsonObject { ["mandateId"] = asked("mandateId") } : [],
            [typeof(SetOfficeHolder)] = (now, asked) => now.OfficeHolders.Any(holder => holder.Office == asked("office")) ? new JsonObject { ["office"] = asked("office") } : [],
        });

    private static JsonObject Letterhead(Organisation now) => new()
    {
        ["sender"] = Lines(now.Letterhead.Sender),
        ["contact"] = Lines(now.Letterhead.Contact),
        ["body"] = now.Letterhead.Body,
        ["onBehalf"] = now.Letterhead.OnBehalf,
        ["objectionAddress"] = Lines(now.Letterhead.ObjectionAddress),
        ["court"] = now.Letterhead.Court,
        ["coordinatorsEmail"] = now.CoordinatorsEmail,
        ["publisherUri"] = now.Letterhead.PublisherUri,
        ["publisherName"] = now.Letterhead.PublisherName,
    };

    private static JsonNode Level(ApprovalLevel level) => new JsonObject
    {
        ["name"] = level.Name,
        ["role"] = Kebab.Of(level.Role),
        ["kinds"] = new JsonArray([.. level.Kinds.Select(kind => (JsonNode)Kebab.Of(kind))]),
        ["persons"] = Texts(level.Persons),
        ["deputies"] = Texts(level.Deputies),
    };

    private static JsonObject Ladder(TermKind term, ReminderLadder ladder) => new()
    {
        ["term"] = Kebab.Of(term),
        ["daysBefore"] = new JsonArray([.. ladder.DaysBefore.Select(days => (JsonNode)days)]),
        ["weeksAfter"] = ladder.WeeksAfter,
    };

    private static JsonArray Texts(ImmutableArray<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string Lines(ImmutableArray<string> lines) => string.Join('\n', lines);
}

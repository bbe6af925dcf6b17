using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace WobWorkflow.Cases;

/// <summary>Records that another interested party takes part in a remedy: it is heard, gets the file, and is told of the decision (Awb 7:2, 8:26).</summary>
/// <param name="Person">A party of the case; left out for a new one, whose name is then asked.</param>
public sealed record JoinParty(
    RemedyId RemedyId,
    PersonId? Person = null,
    [property: MaxLength(200)] string? Name = null,
    [property: MaxLength(500)] string? Address = null) : IStep<Case, JoinParty>
{
    public static StepRule<Case> Rule { get; } = new(
        "join-party", nl: "Partij laten deelnemen", en: "Let a party join", [Role.ObjectionHandler, Role.Litigator, Role.Handler, Role.Coordinator],
        article: "Awb 8:26", when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, JoinParty step, At at)
    {
        if (c.Remedies[step.RemedyId] is not { } remedy)
            return Remedies.NotFound;
        if (!remedy.Runs)
            return new Refused("remedy-ended", "Dit rechtsmiddel is al geëindigd.");
        if (step.Person is null == string.IsNullOrWhiteSpace(step.Name))
            return Refused.Invalid("name", "party-unclear", "Kies een partij van deze zaak, of geef de naam van een nieuwe: één van beide.");
        if (step.Person is { } id && c.Parties[id] is null)
            return Refused.Unknown("person-not-found", "Deze persoon heeft geen rol in deze zaak.");
        if (step.Person is not null && (step.Person == remedy.Person || remedy.Joined.Contains(step.Person.Value)))
            return new Refused("already-party", "Deze partij neemt al deel.");
        var details = step.Person is null ? at.Keep(JsonSerializer.Serialize(new PersonDetails(step.Name, Address: step.Address), CaseJson.Options)) : null;
        return new PartyJoined(step.RemedyId, step.Person ?? c.Parties.NextId, details);
    }
}

public sealed record PartyJoined(RemedyId RemedyId, PersonId Person, FreeText? NewParty) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Parties = NewParty is { } details ? c.Parties.Add(new Party(Person, PartyRole.ThirdParty, details)) : c.Parties,
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with { Joined = remedy.Joined.Add(Person) }),
    };
}

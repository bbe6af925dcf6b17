using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace WobWorkflow.Cases;

/// <summary>Registers a request: the first event of a case. Anyone may ask, and need not say why or who they are (Wob 3, Woo 4.1).</summary>
public sealed record Register(
    [property: MaxLength(300)] string Subject,
    [property: MaxLength(200_000)] string Text,
    DateOnly ReceivedOn,
    Channel Channel,
    PersonDetails Requester,
    bool Environmental = false,
    [property: MaxLength(64), RegularExpression(SetMatter.Pattern)] string? MatterId = null,
    [property: RegularExpression("nl|en")] string Language = "nl") : IStep<Case, Register>
{
    public static StepRule<Case> Rule { get; } = new(
        "register", nl: "Verzoek registreren", en: "Register a request", [Role.Coordinator, Role.Handler], article: "Woo 4.1",
        when: c => c.Request is null ? null : new Refused("already-registered", "Dit verzoek is al geregistreerd."));

    public static Outcome Decide(Case c, Register step, At at)
    {
        if (step.ReceivedOn > at.Today)
            return Refused.Invalid("receivedOn", "date-in-future", "Een verzoek kan niet na vandaag zijn ontvangen.");
        if (!CaseTerms.CanRunFrom(step.ReceivedOn))
            return Refused.Invalid("receivedOn", "date-out-of-range", "Voor een verzoek van deze datum is geen beslistermijn bekend.");
        if (at.On < step.ReceivedOn)
            return Refused.Invalid("effectiveOn", "date-before-request", "Een verzoek kan niet zijn geregistreerd vóór het was ontvangen.");
        return new RequestRegistered(
            at.Keep(step.Subject),
            at.Keep(step.Text),
            step.ReceivedOn,
            step.Channel,
            c.Parties.NextId,
            at.Keep(JsonSerializer.Serialize(step.Requester, CaseJson.Options)),
            step.Environmental,
            step.MatterId,
            step.Language);
    }
}

/// <summary>Who someone is, as far as they said. Nothing is compulsory: a request may be oral or without a name.</summary>
/// <param name="Capacity">As what they ask, if they said so; it is never asked (Woo 4.1(3)).</param>
/// <param name="Representative">Who acts for them.</param>
/// <param name="LegalPerson">A company, foundation or the like: its name is no personal data, and stays in what is published.</param>
public sealed record PersonDetails(
    [property: MaxLength(200)] string? Name = null,
    [property: MaxLength(200), EmailAddress] string? Email = null,
    [property: MaxLength(500)] string? Address = null,
    [property: MaxLength(200)] string? Capacity = null,
    [property: MaxLength(200)] string? Representative = null,
    bool LegalPerson = false);

public sealed record RequestRegistered(
    FreeText Subject,
    FreeText Text,
    DateOnly ReceivedOn,
    Channel Channel,
    PersonId Requester,
    FreeText RequesterDetails,
    bool Environmental,
    string? MatterId,
    string Language) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Request = new Request(Subject, Text, ReceivedOn, Channel, Requester, Environmental, MatterId, Language, entry.Actor),
        Parties = c.Parties.Add(new Party(Requester, PartyRole.Requester, RequesterDetails)),
        Connections = c.Connections with { MatterId = MatterId },
    };
}

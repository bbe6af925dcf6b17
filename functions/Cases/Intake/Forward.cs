using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace WobWorkflow.Cases;

/// <summary>
/// Forwards the request, or a part of it, to the body that holds the information (doorzending; Wob 4, Woo 4.2(1)). The engine drafts the letter to
/// that body and the notice to the requester. Once the whole request was sent on, there is nothing left to decide here.
/// </summary>
/// <param name="Reason">Why that body: a full sentence, printed in both letters.</param>
/// <param name="Part">What is forwarded, where that is a part; left out for the whole request.</param>
/// <param name="Kept">What is still treated here; only with a part.</param>
/// <param name="Agency">The body, where the engine knows it.</param>
/// <param name="Body">The name of another body; left out where <paramref name="Agency"/> is given.</param>
public sealed record Forward(
    [property: MaxLength(4000)] string Reason,
    [property: MaxLength(4000)] string? Part = null,
    [property: MaxLength(4000)] string? Kept = null,
    Agency? Agency = null,
    [property: MaxLength(200)] string? Body = null,
    [property: MaxLength(500)] string? Address = null) : IStep<Case, Forward>
{
    public static StepRule<Case> Rule { get; } = new(
        "forward", nl: "Doorzenden", en: "Forward the request", [Role.Handler, Role.Coordinator], article: "Woo 4.2(1)",
        when: c => Treating.WhyNot(c) ?? (c.Intake.Forwardings.Any(forwarded => forwarded.Part is null)
            ? new Refused("already-forwarded", "Het hele verzoek is al doorgezonden.")
            : null));

    public static Outcome Decide(Case c, Forward step, At at)
    {
        if (step.Agency is null == string.IsNullOrWhiteSpace(step.Body))
            return Refused.Invalid("body", "addressee-unclear", "Geef een bekende instantie, of de naam van een ander bestuursorgaan: één van beide.");
        if (step.Agency is { } agency && Agencies.Find(agency) is null)
            return Refused.Invalid("agency", "agency-unknown", $"Bekend zijn: {string.Join(", ", Agencies.KnownCodes)}. Geef anders naam en adres.");
        if (step.Part is null && step.Kept is not null)
            return Refused.Invalid("kept", "kept-without-part", "Wie zelf iets blijft behandelen, zendt een deel door: zeg welk.");

        var body = step.Agency is null ? at.Keep(JsonSerializer.Serialize(new PersonDetails(step.Body, Address: step.Address), CaseJson.Options)) : null;
        var to = new Addressee(body is null ? null : c.Parties.NextId, step.Agency);
        return new RequestForwarded(
            c.Intake.Forwardings.NextId, to, body, at.KeepOrNull(step.Part), at.Keep(step.Reason), at.KeepOrNull(step.Kept));
    }
}

/// <summary>A forwarding to another body.</summary>
/// <param name="Part">What was forwarded; null for the whole request.</param>
/// <param name="SentOn">When the letter to the other body was dispatched; null until then.</param>
/// <param name="NoticeOn">When the requester was told; null until then.</param>
public sealed record Forwarded(
    ForwardingId Id,
    Addressee To,
    FreeText? Part,
    FreeText Reason,
    FreeText? Kept,
    DateOnly DecidedOn,
    string By,
    DateOnly? SentOn = null,
    DateOnly? NoticeOn = null);

public sealed record RequestForwarded(ForwardingId ForwardingId, Addressee To, FreeText? Body, FreeText? Part, FreeText Reason, FreeText? Kept) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Parties = Body is { } details ? c.Parties.Add(new Party(To.Person!.Value, PartyRole.OtherBody, details)) : c.Parties,
        Intake = c.Intake with { Forwardings = c.Intake.Forwardings.Add(new Forwarded(ForwardingId, To, Part, Reason, Kept, entry.On, entry.Actor)) },
    };
}

using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records what was paid: a penalty, the court fee, costs.</summary>
/// <param name="Euros">Whole euros, rounded up.</param>
/// <param name="RulingId">The ruling that it follows from; asked for a court's penalty.</param>
/// <param name="RemedyId">The remedy that it belongs to; left out where there is none.</param>
public sealed record RecordPayment(
    PaymentKind Kind,
    [property: Range(1, 10_000_000)] int Euros,
    [property: MaxLength(64)] string? RulingId = null,
    RemedyId? RemedyId = null) : IStep<Case, RecordPayment>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-payment", nl: "Betaling vastleggen", en: "Record a payment", [Role.Litigator, Role.ObjectionHandler, Role.Handler, Role.Coordinator],
        article: "Awb 8:55d", afterClosing: true,
        when: c => c.Request is null ? new Refused("not-registered", "Er is nog geen verzoek geregistreerd.") : null);

    public static Outcome Decide(Case c, RecordPayment step, At at)
    {
        if (step.Kind == PaymentKind.CourtPenalty && step.RulingId is null)
            return Refused.Invalid("rulingId", "ruling-missing", "Zeg uit welke uitspraak deze dwangsom volgt.");
        if (step.RulingId is not null && !c.Rulings.Exists(applied => applied.RulingId == step.RulingId))
            return Refused.Unknown("ruling-not-found", "Deze uitspraak is in deze zaak niet vastgelegd.");
        return step.RemedyId is { } id && c.Remedies[id] is null ? Remedies.NotFound : new PaymentRecorded(step.Kind, step.Euros, step.RulingId, step.RemedyId);
    }
}

public enum PaymentKind
{
    /// <summary>A penalty attached to a ruling (dwangsom, Awb 8:55d, 8:72(6)).</summary>
    CourtPenalty,

    /// <summary>The statutory penalty for a late decision (Awb 4:17); not under the Wob since 2016, nor under the Woo.</summary>
    StatutoryPenalty,

    /// <summary>The court fee (griffierecht, Awb 8:74).</summary>
    CourtFee,

    /// <summary>Costs (proceskosten, Awb 7:15, 8:75).</summary>
    Costs,
}

/// <summary>A payment.</summary>
public sealed record Payment(PaymentKind Kind, int Euros, string? RulingId, RemedyId? RemedyId, DateOnly On, string By);

public sealed record PaymentRecorded(PaymentKind Kind, int Euros, string? RulingId, RemedyId? RemedyId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Payments = c.Payments.Add(new Payment(Kind, Euros, RulingId, RemedyId, entry.On, entry.Actor)),
    };
}

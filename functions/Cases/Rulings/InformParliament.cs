using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records that the signed letter went to Parliament, on that day. It tells of decisions that were announced, so not before each of them was; and it comes out
/// with them and their documents, so not before the moment that was planned for that.
/// </summary>
/// <param name="Number">The number of the letter; left out while it isn't known.</param>
public sealed record InformParliament([property: MaxLength(40)] string? Number = null) : IStep<Ruling, InformParliament>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "inform-parliament", nl: "Kamer informeren", en: "Inform Parliament", [Role.Litigator, Role.Coordinator, Role.Signatory], article: "Gw 68",
        when: ruling => RulingSteps.NotRegistered(ruling)
            ?? (ruling.InformedOn is not null ? new Refused("already-informed", "De Kamer is al geïnformeerd.")
            : ruling.Letter is null ? new Refused("letter-missing", "Stel eerst de Kamerbrief op.")
            : null));

    public static Outcome Decide(Ruling ruling, InformParliament step, At at)
    {
        if (RulingSteps.Waiting(ruling) is { IsEmpty: false } waiting)
            return new Refused("decision-owed", $"Nog niet bekendgemaakt is wat de uitspraak vraagt {RulingSteps.Named(waiting)}.", "Awb 8:72(4)");
        if (ruling.Rows.Max(row => row.AnsweredOn) is { } last && at.On < last)
            return Refused.Invalid("effectiveOn", "before-decision", "De Kamer kan niet zijn geïnformeerd vóór het laatste besluit bekend was gemaakt.");
        if (ruling.PlannedOn is { } moment && at.On < moment)
        {
            return new Refused("before-planned-moment",
                $"Besluiten, documenten en Kamerbrief gaan samen naar buiten, op {Dutch.Date(moment)}. Moet het eerder, verplaats dan eerst het moment (plan-moment).", "Gw 68");
        }

        if (ruling.Letter is not { IsPrepared: true, SignedOn: { } signed } letter)
            return new Refused("letter-not-signed", "De Kamerbrief is nog niet ondertekend zoals hij er nu ligt.", "Gw 68");
        return at.On < signed
            ? Refused.Invalid("effectiveOn", "before-signature", "De Kamer kan niet zijn geïnformeerd vóór de brief was ondertekend.")
            : OfficeHolders.NoLongerHolds(letter, at) ?? (Outcome)new ParliamentInformed(step.Number);
    }
}

public sealed record ParliamentInformed(string? Number) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with { InformedOn = entry.On, ParliamentNumber = Number };
}

using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records that someone lodged higher appeal against this ruling. By itself it stops nothing: what the ruling ordered is owed, unless interim relief was
/// granted. In each case it is a remedy of its own.
/// </summary>
/// <param name="CaseNumber">The number at the Afdeling; left out while it isn't known.</param>
public sealed record AppealFurther(RemedyParty By, [property: MaxLength(40)] string? CaseNumber = null) : IStep<Ruling, AppealFurther>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "appeal-further", nl: "Hoger beroep vastleggen", en: "Record a higher appeal", [Role.Litigator, Role.Coordinator], article: "Awb 8:104", afterClosing: true,
        when: RulingSteps.NotRegistered);

    public static Outcome Decide(Ruling ruling, AppealFurther step, At at)
    {
        var facts = ruling.Facts!;
        if (at.On < facts.SentOn)
            return Refused.Invalid("effectiveOn", "before-ruling", "Hoger beroep kan niet van vóór de verzending van de uitspraak zijn.");
        if (facts.Kind != RulingKind.Final)
            return new Refused("no-higher-appeal", "Hoger beroep kan alleen tegen een einduitspraak; tegen een tussenuitspraak tegelijk daarmee.", "Awb 8:104(3)");
        if (Courts.Find(facts.Court) is { Kind: not CourtKind.DistrictCourt })
            return new Refused("no-higher-appeal", "Tegen een uitspraak van deze rechter staat geen hoger beroep open.");
        return ruling.Appeals.Exists(there => there.By == step.By && step.By != RemedyParty.ThirdParty)
            ? new Refused("already-lodged", "Het hoger beroep van deze partij is al vastgelegd.")
            : new RulingAppealed(step.By, step.CaseNumber);
    }
}

/// <summary>A higher appeal against a ruling.</summary>
public sealed record FurtherAppeal(RemedyParty By, string? CaseNumber, DateOnly LodgedOn);

public sealed record RulingAppealed(RemedyParty By, string? CaseNumber) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with { Appeals = ruling.Appeals.Add(new FurtherAppeal(By, CaseNumber, entry.On)) };
}

using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records whether the body told the court that it will repair the defect (bestuurlijke lus, Awb 8:51b(1)), on the day on which it did.</summary>
public sealed record AcceptLoop(bool Accepted, [property: MaxLength(4000)] string? Note = null) : IStep<Ruling, AcceptLoop>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "accept-loop", nl: "Lus aanvaarden of niet", en: "Accept the loop or not", [Role.Litigator, Role.Coordinator], article: "Awb 8:51b(1)",
        when: ruling => RulingSteps.NotInterim(ruling) ?? (ruling.Loop is null ? null : new Refused("loop-answered", "De rechter is al verteld of het gebrek wordt hersteld.")));

    public static Outcome Decide(Ruling ruling, AcceptLoop step, At at)
    {
        if (at.On < ruling.Facts!.SentOn)
            return Refused.Invalid("effectiveOn", "before-ruling", "Dit kan niet van vóór de verzending van de uitspraak zijn.");
        // The Afdeling orders the repair; there is nothing to choose (Awb 8:51d).
        return !step.Accepted && ruling.Facts.Court == "RVS"
            ? new Refused("repair-ordered", "De Afdeling draagt het herstel op: daarvan kan niet worden afgezien.", "Awb 8:51d")
            : new LoopAnswered(step.Accepted, at.KeepOrNull(step.Note));
    }
}

/// <summary>What the body told the court about the defect.</summary>
public sealed record LoopAnswer(bool Accepted, DateOnly On);

public sealed record LoopAnswered(bool Accepted, FreeText? Note) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Loop = new LoopAnswer(Accepted, entry.On),
        Rows = [.. ruling.Rows.Select(row => (row with { LoopAccepted = Accepted }).Amended())],
    };
}

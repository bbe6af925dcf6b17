using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Sets what stands on every letter from now on. Letters that were drafted before stay as they are.</summary>
public sealed record SetLetterhead(
    [property: MaxLength(500)] string Sender,
    [property: MaxLength(500)] string Contact,
    [property: MaxLength(200)] string Body,
    [property: MaxLength(200)] string OnBehalf,
    [property: MaxLength(500)] string ObjectionAddress,
    [property: MaxLength(200)] string Court,
    [property: MaxLength(200), EmailAddress] string? CoordinatorsEmail = null) : IStep<Organisation, SetLetterhead>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "set-letterhead", nl: "Briefhoofd instellen", en: "Set the letterhead", [Role.Administrator]);

    public static Outcome Decide(Organisation organisation, SetLetterhead step, At at) => new LetterheadSet(
        new LetterheadFacts(Lines(step.Sender), Lines(step.Contact), step.Body, step.OnBehalf, Lines(step.ObjectionAddress), step.Court),
        step.CoordinatorsEmail);

    private static ImmutableArray<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

public sealed record LetterheadSet(LetterheadFacts Letterhead, string? CoordinatorsEmail) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with { Letterhead = Letterhead, CoordinatorsEmail = CoordinatorsEmail };
}

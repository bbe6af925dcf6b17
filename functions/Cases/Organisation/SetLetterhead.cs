using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Sets what stands on every letter from now on, and as whom the body publishes. Letters that were drafted before stay as they are.</summary>
/// <param name="PublisherUri">The body in the government's register of organisations (TOOI), as harvesters of public documents know it.</param>
/// <param name="PublisherName">Its name there.</param>
public sealed record SetLetterhead(
    [property: MaxLength(500)] string Sender,
    [property: MaxLength(500)] string Contact,
    [property: MaxLength(200)] string Body,
    [property: MaxLength(200)] string OnBehalf,
    [property: MaxLength(500)] string ObjectionAddress,
    [property: MaxLength(200)] string Court,
    [property: MaxLength(200), EmailAddress] string? CoordinatorsEmail = null,
    [property: RegularExpression("https://identifier\\.overheid\\.nl/tooi/id/[a-z]+/[a-z0-9]+")] string? PublisherUri = null,
    [property: MaxLength(200)] string? PublisherName = null) : IStep<Organisation, SetLetterhead>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "set-letterhead", nl: "Briefhoofd instellen", en: "Set the letterhead", [Role.Administrator]);

    public static Outcome Decide(Organisation organisation, SetLetterhead step, At at) => new LetterheadSet(
        new LetterheadFacts(Lines(step.Sender), Lines(step.Contact), step.Body, step.OnBehalf, Lines(step.ObjectionAddress), step.Court, step.PublisherUri, step.PublisherName),
        step.CoordinatorsEmail);

    private static ImmutableArray<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

public sealed record LetterheadSet(LetterheadFacts Letterhead, string? CoordinatorsEmail) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with { Letterhead = Letterhead, CoordinatorsEmail = CoordinatorsEmail };
}

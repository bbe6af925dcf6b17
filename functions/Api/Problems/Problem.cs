using System.Collections.Immutable;

namespace WobWorkflow.Api;

/// <summary>What went wrong, as RFC 9457 writes it, with what this API adds. None of it holds content of a case.</summary>
/// <param name="Detail">What is wrong and what to do about it, in Dutch.</param>
/// <param name="Code">Stable, kebab-case; programs decide on it.</param>
internal sealed record Problem(int Status, string Code, string Detail)
{
    /// <summary>Names the kind of problem; it leads nowhere, as RFC 9457 allows.</summary>
    public string Type => $"urn:wobworkflow:problem:{Code}";

    public string Title => ProblemTitles.Of(Status);

    /// <summary>Why a step may not be taken in this state, as the rule's own code; null where no rule of a step said no.</summary>
    public string? Reason { get; init; }

    /// <summary>The article that says so; null where none does.</summary>
    public string? Article { get; init; }

    /// <summary>The steps that this caller may take now; null where that isn't the question.</summary>
    public ImmutableArray<string>? AllowedSteps { get; init; }

    /// <summary>All that is wrong with what was sent, by field; null where nothing is.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>>? Errors { get; init; }

    /// <summary>Where a redacted rendition doesn't hold; null where that isn't the question. None of it says what leaked.</summary>
    public ImmutableArray<FindingView>? Findings { get; init; }

    /// <summary>Where grounds of the Wob were used under the Woo: what may take their place, for a person to confirm; null where that isn't the question.</summary>
    public ImmutableArray<TranslationView>? Translations { get; init; }

    /// <summary>After how many seconds trying again makes sense; null where it doesn't. A header, not a member.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int? RetryAfter { get; init; }
}

/// <summary>The titles of problems, one for each status.</summary>
internal static class ProblemTitles
{
    public static string Of(int status) => status switch
    {
        400 => "Onleesbaar verzoek",
        401 => "Niet aangemeld",
        403 => "Niet bevoegd",
        404 => "Niet gevonden",
        405 => "Methode bestaat hier niet",
        406 => "Antwoord kan niet in deze vorm",
        409 => "Dat kan nu niet",
        412 => "Intussen gewijzigd",
        413 => "Te groot",
        415 => "Onbekend soort inhoud",
        416 => "Dit deel bestaat niet",
        422 => "Gegevens kloppen niet",
        503 => "Even niet beschikbaar",
        _ => status >= 500 ? "Er ging hier iets mis" : "Dit verzoek kan niet worden uitgevoerd",
    };
}

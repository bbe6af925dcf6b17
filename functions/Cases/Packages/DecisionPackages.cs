using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What goes into the package of a decision (besluitpakket).</summary>
internal static class DecisionPackages
{
    private const string Letter = "besluit";
    private const string AnonymisedLetter = "besluit-geanonimiseerd";

    public static Refused? When(Case c) => c.Decisions.Any(IsFixed)
        ? null
        : new Refused("no-decision-submitted", "Er is nog geen besluit ter accordering voorgelegd: tot dan veranderen brief en beoordeling nog.");

    public static Refused? WhyNot(Case c, string about) => Of(c, about) switch
    {
        null => Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak."),
        { } decision when !IsFixed(decision) => new Refused("decision-not-submitted", "Dit besluit is nog in bewerking: leg het eerst ter accordering voor."),
        // A letter beside documents that are judged otherwise than it says would be a package of no decision.
        { InventoryBasis: { } decided } when decided != Inventory.BasisOf(c) => new Refused("decision-overtaken",
            "Sinds dit besluit is genomen, is de beoordeling of de inventarislijst gewijzigd. Een eerder gemaakt pakket blijft wat het is; maak een nieuw pakket bij een nieuw besluit."),
        _ => null,
    };

    /// <summary>Everything on the inventory.</summary>
    public static ImmutableArray<DocumentId> Documents(Case c, string about) => [.. Inventory.Of(c).Select(line => line.DocumentId)];

    public static ImmutableArray<PlannedFile> FilesForRequester(Case c, string about, DateOnly today) =>
        Files(c, about, today, Letter, letter => letter.DispatchedOn is null ? letter.Versions[^1] : letter.AsSent);

    public static ImmutableArray<PlannedFile> FilesForPublic(Case c, string about, DateOnly today) =>
        Files(c, about, today, AnonymisedLetter, letter => letter.Anonymised);

    private static ImmutableArray<PlannedFile> Files(Case c, string about, DateOnly today, string name, Func<Letter, ArtifactId?> version) =>
    [
        LetterOf(c, Of(c, about)!, today, name, version),
        new("wetsartikelen", PackageFileKind.Articles),
        new("inventarislijst", PackageFileKind.InventoryWorkbook),
        new("inventarislijst", PackageFileKind.InventoryCsv),
    ];

    private static PlannedFile LetterOf(Case c, Decision decision, DateOnly today, string name, Func<Letter, ArtifactId?> version)
    {
        var planned = new PlannedFile(name, PackageFileKind.Letter);
        return DecisionBasis.LetterOf(c, decision) switch
        {
            null => planned with { Stopped = "letter-missing" },
            { } letter when version(letter) is not { } => planned with { Stopped = "anonymised-missing" },
            // After the decision was taken the letter is what was decided, whatever changed since.
            _ when DecisionBasis.IsOutdated(c, decision, today) => planned with { Stopped = "letter-outdated" },
            { } letter when !LettersLeftOpen.In(c, letter).IsEmpty => planned with { Stopped = "letter-left-open" },
            { } letter => planned with { ArtifactId = version(letter) },
        };
    }

    private static bool IsFixed(Decision decision) => decision.State != DecisionState.Draft;

    private static Decision? Of(Case c, string about) => Id.TryParse<DecisionId>(about, out var id) ? c.Decisions[id] : null;
}

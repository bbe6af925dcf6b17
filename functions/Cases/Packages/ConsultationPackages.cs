using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What goes to an agency with the letter that consults it: the documents that are put to it, and an overview of the passages.</summary>
internal static class ConsultationPackages
{
    public static Refused? When(Case c) => c.Consultations.Any(asked => asked.IsOpen) ? null : new Refused("no-consultation-open", "Er staat geen afstemming open.");

    public static Refused? WhyNot(Case c, string about) => Of(c, about) switch
    {
        null => Refused.Unknown("consultation-not-found", "Deze afstemming hoort niet bij deze zaak."),
        { IsOpen: false } => new Refused("consultation-ended", "Deze afstemming is al beantwoord of beëindigd."),
        _ => ReaderRenditions.WhyNotPackaged(c, Reader.Of(c, about)!),
    };

    public static ImmutableArray<DocumentId> Documents(Case c, string about) => Of(c, about)?.Documents ?? [];

    public static ImmutableArray<PlannedFile> Files(Case c, string about, DateOnly today) => [new("overzicht", PackageFileKind.Overview)];

    private static Consultation? Of(Case c, string about) => Id.TryParse<ConsultationId>(about, out var id) ? c.Consultations[id] : null;
}

/// <summary>What goes to a third party with the letter that asks its view: what would be disclosed of the documents that concern it, with the proposed redactions.</summary>
internal static class ViewPackages
{
    public static Refused? When(Case c) => c.Views.Any(asked => asked.AnsweredOn is null) ? null : new Refused("no-view-open", "Er is geen zienswijze gevraagd die nog ontbreekt.");

    public static Refused? WhyNot(Case c, string about) => Of(c, about) switch
    {
        null => Refused.Unknown("view-not-found", "Deze zienswijze hoort niet bij deze zaak."),
        { AnsweredOn: not null } => new Refused("already-answered", "Deze zienswijze is al vastgelegd."),
        _ => ReaderRenditions.WhyNotPackaged(c, Reader.Of(c, about)!),
    };

    public static ImmutableArray<DocumentId> Documents(Case c, string about) => Of(c, about)?.Documents ?? [];

    public static ImmutableArray<PlannedFile> Files(Case c, string about, DateOnly today) => [new("overzicht", PackageFileKind.Overview)];

    private static ThirdPartyView? Of(Case c, string about) => Id.TryParse<ViewId>(about, out var id) ? c.Views[id] : null;
}

/// <summary>
/// What is filed with a court for the judge alone (Awb 8:29): the documents as they came, in the order of the inventory, and a list of the passages that only the
/// judge may see with the reasons.
/// </summary>
internal static class CourtPackages
{
    public static Refused? When(Case c) => CourtBundles.None(c);

    public static Refused? WhyNot(Case c, string about) => Of(c, about) switch
    {
        null => CourtBundles.NotFound,
        { Asked: LimitedKnowledge.Withheld } => new Refused("withheld-from-court", "Deze stukken worden niet aan de rechter overgelegd; er is dan geen bundel.", "Awb 8:29(1)"),
        { Sealed.IsEmpty: true } => new Refused("nothing-sealed", "De beperkte kennisneming is voor alle documenten geweigerd; er is niets dat alleen de rechter ziet.", "Awb 8:29(3)"),
        _ => null,
    };

    public static ImmutableArray<DocumentId> Documents(Case c, string about) => Of(c, about)?.Sealed ?? [];

    public static ImmutableArray<PlannedFile> Files(Case c, string about, DateOnly today) => [new("lijst-voor-de-rechter", PackageFileKind.Overview)];

    private static CourtBundle? Of(Case c, string about) => Id.TryParse<CourtBundleId>(about, out var id) ? c.CourtBundles[id] : null;
}

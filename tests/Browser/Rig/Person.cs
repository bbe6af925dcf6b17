namespace WobWorkflow.Browser;

/// <summary>Who sits at the desk.</summary>
/// <param name="Agency">For whom a liaison speaks; null for everyone else.</param>
public sealed record Person(string Name, string[] Roles, string? Agency = null)
{
    /// <summary>The highest marking whose content they may read, as the page of signing in names it; null for none.</summary>
    public string? Clearance { get; init; }

    public static Person Coordinator { get; } = new("Marijke Coördinator", ["coordinator"]);

    public static Person Handler { get; } = new("Henk Behandelaar", ["handler", "reviewer"]);

    public static Person Approver { get; } = new("Aisha Afdelingshoofd", ["approver"]);

    public static Person Signatory { get; } = new("Sander Tekenbevoegd", ["signatory"]);

    public static Person Publisher { get; } = new("Wim Webredactie", ["publisher"]);

    public static Person Liaison { get; } = new("Liesbeth Liaison", ["liaison"], "NCTV");

    public static Person Litigator { get; } = new("Pieter Procesvertegenwoordiger", ["litigator", "coordinator"]);

    public static Person Administrator { get; } = new("Bas Beheerder", ["administrator"]);

    public static Person Auditor { get; } = new("Truus Toezichthouder", ["auditor"]);

    /// <summary>Nobody in particular may do so much; a test sees every form as one person.</summary>
    public static Person All { get; } =
        new("Alle Hens", ["coordinator", "handler", "reviewer", "approver", "signatory", "objection-handler", "litigator", "publisher", "archivist", "administrator"]);
}

using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Who can be chosen at the start of a rehearsal. They are the persons of the story, so that one finds one's own cases.</summary>
internal static class RehearsalPeople
{
    public static ImmutableArray<RehearsalPerson> All { get; } =
    [
        new("Marijke Coördinator", [Role.Coordinator]),
        new("Henk Behandelaar", [Role.Handler, Role.Reviewer]),
        new("Aisha Afdelingshoofd", [Role.Approver]),
        new("Sander Tekenbevoegd", [Role.Signatory]),
        new("Olga Bezwaar", [Role.ObjectionHandler]),
        new("Pieter Procesvertegenwoordiger", [Role.Litigator]),
        new("Wim Webredactie", [Role.Publisher]),
        new("Liesbeth Liaison", [Role.Liaison], "NCTV"),
        new("Truus Toezichthouder", [Role.Auditor]),
        new("Bas Beheerder", [Role.Administrator]),
    ];
}

/// <param name="Agency">For whom a liaison speaks; null for everyone else.</param>
internal sealed record RehearsalPerson(string Name, ImmutableArray<Role> Roles, string? Agency = null);

using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine;

/// <summary>How courts are called in a letter, and where they are written to.</summary>
internal static class CourtNames
{
    /// <summary>With its article: <c>de rechtbank Midden-Nederland</c>. A court that the table doesn't have goes by its code.</summary>
    public static string InSentence(string code) => Courts.Find(code) switch
    {
        null => code,
        { Kind: CourtKind.CourtOfAppeal or CourtKind.ProcuratorGeneral } neuter => $"het {neuter.Name}",
        { Code: "CBB" } neuter => $"het {neuter.Name}",
        { } court => $"de {court.Name}",
    };

    /// <summary>A line each; empty where the address isn't known here.</summary>
    public static ImmutableArray<string> AddressOf(string? code) =>
        code == "RVS" ? ["Raad van State", "Afdeling bestuursrechtspraak", "Postbus 20019", "2500 EA Den Haag"] : [];
}

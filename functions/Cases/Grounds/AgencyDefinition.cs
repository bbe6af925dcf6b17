using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>Who an agency is, and how it is written to.</summary>
/// <param name="Code">Its code, as <see cref="Agency.Code"/>.</param>
/// <param name="NameNl">Its name in Dutch.</param>
/// <param name="Kind">What sort of agency it is.</param>
/// <param name="DecidingBody">
/// Code of the ministry whose minister decides on what it holds, its own code for a ministry; null for a forum, which has no files of its
/// own.
/// </param>
/// <param name="Addressee">
/// The lines under “Aan” in a letter, without a postal address: addresses belong to the organisation's own data.
/// </param>
/// <param name="Salutation">The opening of a letter, with its comma.</param>
/// <param name="From">First day under this name; null where it predates this table or is not known.</param>
/// <param name="Until">Last day under this name; null while it lasts, or where it is not known: see the note.</param>
/// <param name="Tooi">
/// Identifier in the government's value list of ministries; null for what is not a ministry, or where the list is ambiguous.
/// </param>
/// <param name="Note">What must be known when writing to it or relying on this row; null when nothing.</param>
public sealed record AgencyDefinition(
    string Code,
    string NameNl,
    AgencyKind Kind,
    string? DecidingBody,
    ImmutableArray<string> Addressee,
    string Salutation,
    DateOnly? From = null,
    DateOnly? Until = null,
    string? Tooi = null,
    string? Note = null)
{
    public Agency Agency => new(Code);

    /// <summary>
    /// A committee or council without files: its secretariat is written to, and the owners of what is said in it are consulted too.
    /// </summary>
    public bool IsForum => Kind == AgencyKind.Forum;

    /// <summary>Whether it bore this name on a day, as far as the table knows.</summary>
    public bool ExistsOn(DateOnly day) => !(day < From) && !(day > Until);
}

[JsonConverter(typeof(KebabConverter<AgencyKind>))]
public enum AgencyKind
{
    /// <summary>A committee or council that meets and keeps no files.</summary>
    Forum,

    /// <summary>A service under a minister, who decides on what it holds.</summary>
    Service,

    /// <summary>A ministry; its minister decides.</summary>
    Ministry,
}

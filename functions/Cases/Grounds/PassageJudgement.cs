using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>What is done with a passage, as far as it bears on the document it is in.</summary>
/// <param name="Kind">What is done with it.</param>
/// <param name="CoversWhole">It covers the whole document or, where parts are outside the request, all that the request asks for.</param>
public sealed record PassageJudgement(PassageKind Kind, bool CoversWhole);

[JsonConverter(typeof(KebabConverter<PassageKind>))]
public enum PassageKind
{
    /// <summary>Judged, and disclosed.</summary>
    Disclosed,

    /// <summary>Withheld on a ground.</summary>
    Withheld,

    /// <summary>Outside the request (buiten verzoek): unreadable, but refused to nobody.</summary>
    OutOfScope,

    /// <summary>Left to another body that decides on it: unreadable here, but not refused here.</summary>
    LeftToOther,

    /// <summary>Can be found at an address already.</summary>
    AlreadyPublic,

    /// <summary>Put forward, by a machine or a drafter, and not yet confirmed by a person.</summary>
    Proposed,
}

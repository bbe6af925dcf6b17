namespace WobWorkflow.Cases;

/// <summary>A suspension of the term for deciding that a person recorded (Awb 4:15).</summary>
/// <param name="From">The day of the notice (foreign authority), or else the first suspended day.</param>
/// <param name="Through">The last day, where it was known beforehand; null where only the facts end it.</param>
/// <param name="ResumedOn">The day from which the term counts again; null while nobody ended it.</param>
public sealed record RequestSuspension(
    SuspensionId Id,
    SuspensionGround Ground,
    FreeText Reason,
    DateOnly From,
    DateOnly? Through,
    string By,
    DateOnly? ResumedOn = null)
{
    /// <summary>The suspended days; null where there are none.</summary>
    public Suspension? Days
    {
        get
        {
            var basis = Ground.Basis();
            if (basis.Boundary != SuspensionBoundary.Period)
                return basis.Between(From, ResumedOn);
            var last = ResumedOn is { } resumed && !(Through < resumed) ? resumed.AddDays(-1) : Through;
            return last < From ? null : basis.Between(From, last);
        }
    }
}

/// <summary>The grounds on which a person suspends the term; clarifications and views have steps of their own.</summary>
public enum SuspensionGround
{
    /// <summary>Information asked from a foreign authority (Awb 4:15(1)(b)).</summary>
    ForeignAuthority,

    /// <summary>Delay to which the requester agreed in writing (Awb 4:15(2)(a)).</summary>
    RequesterAgreed,

    /// <summary>Delay attributable to the requester (Awb 4:15(2)(b)).</summary>
    RequesterDelay,

    /// <summary>Force majeure (overmacht, Awb 4:15(2)(c)).</summary>
    ForceMajeure,

    /// <summary>Delay agreed in the talk about a large request (Woo 4.2a with Awb 4:15(2)(a)).</summary>
    Phasing,
}

/// <summary>Where each ground stands in the table.</summary>
public static class SuspensionGrounds
{
    public static SuspensionBasis Basis(this SuspensionGround ground) => SuspensionBases.Find(ground switch
    {
        SuspensionGround.ForeignAuthority => "awb-4.15-1-b",
        SuspensionGround.RequesterAgreed => "awb-4.15-2-a",
        SuspensionGround.RequesterDelay => "awb-4.15-2-b",
        SuspensionGround.ForceMajeure => "awb-4.15-2-c",
        _ => "phasing-agreement",
    })!;
}

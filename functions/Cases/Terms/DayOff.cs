namespace WobWorkflow.Cases;

/// <summary>A day that is not a working day under the General Extension of Time Limits Act (Algemene termijnenwet, Atw).</summary>
/// <param name="Date">The day itself.</param>
/// <param name="Kind">Which of the three reasons it is.</param>
/// <param name="Name">How a sentence names the day.</param>
/// <param name="Basis">The article that makes it one, and the royal decree (koninklijk besluit) where there is one.</param>
public sealed record DayOff(DateOnly Date, DayOffKind Kind, Wording Name, string Basis);

/// <summary>Why a day is no working day.</summary>
public enum DayOffKind
{
    /// <summary>A Saturday or Sunday: Atw 1(1).</summary>
    Weekend,

    /// <summary>A generally recognised holiday (algemeen erkende feestdag): Atw 3(1), and Good Friday, equated by Atw 3(2).</summary>
    Holiday,

    /// <summary>A day equated with a holiday by royal decree: Atw 3(3).</summary>
    Designated,
}

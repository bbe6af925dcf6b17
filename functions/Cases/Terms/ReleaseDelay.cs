namespace WobWorkflow.Cases;

/// <summary>How long information waits when a third party is expected to object (Woo 4.4(5), Wob 6(5)).</summary>
public static class ReleaseDelay
{
    /// <summary>
    /// The first day on which the information may be given: after two full weeks, from 00:00 local time (assumption <c>release-delay</c>).
    /// </summary>
    /// <remarks>Interim relief stays the release beyond this day, and no computation sees it arrive: a person must clear the release.</remarks>
    /// <param name="notifiedOn">Day of the notification (bekendmaking) of the decision.</param>
    public static DateOnly EarliestRelease(DateOnly notifiedOn) => notifiedOn.AddDays(15);
}

using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>
/// What the turn of an aggregate asks of the durable runtime, and nothing more. Everything that may be awaited in an orchestrator is here: it runs under
/// replay, where any other await would hang it.
/// </summary>
internal interface IDurableTurn
{
    /// <summary>Reads the agenda, in an activity.</summary>
    /// <exception cref="ErrandFailedException">It failed, quick retries included.</exception>
    Task<Look> LookAsync(string aggregate);

    /// <summary>Performs a duty, in the activity of its kind.</summary>
    /// <exception cref="ErrandFailedException">It failed, quick retries included.</exception>
    Task PerformAsync(string kind, Errand errand);

    /// <summary>
    /// Completes with the next wake-up; one that came earlier and was not taken completes it at once. It is never cancelled: the runtime hands an event to
    /// a cancelled wait too, where it is lost.
    /// </summary>
    Task WokenAsync();

    /// <summary>Sleeps. Any length is possible: the runtime cuts what is too long for it into pieces.</summary>
    Task SleepAsync(TimeSpan delay, CancellationToken cancellation);

    /// <summary>Shows the operator how it stands.</summary>
    void Show(TurnStatus status);

    /// <summary>Begins anew with an empty history. Wake-ups that were not taken go along.</summary>
    void ContinueAsNew();
}

/// <summary>How it stands with the turn of an aggregate, as an operator's monitor shows it. Holds kinds and moments only.</summary>
/// <param name="Phase"><c>working</c>, <c>asleep</c>, <c>waiting</c> for storage, <c>standing-by</c> or <c>gone</c>.</param>
/// <param name="Next">The moment until which it sleeps, in the time of cases; null: until it is woken.</param>
/// <param name="Failing">Kinds of duties that failed and will be tried again.</param>
internal sealed record TurnStatus(string Phase, DateTimeOffset? Next = null, IReadOnlyList<string>? Failing = null)
{
    public const string Working = "working";
    public const string Asleep = "asleep";
    public const string Waiting = "waiting";
    public const string StandingBy = "standing-by";
    public const string Gone = "gone";
}

/// <summary>An activity failed, quick retries included: storage does not answer.</summary>
internal sealed class ErrandFailedException : Exception
{
    public ErrandFailedException() { }

    public ErrandFailedException(string message) : base(message) { }

    public ErrandFailedException(string message, Exception? inner) : base(message, inner) { }
}

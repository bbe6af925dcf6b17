using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>When, by whom and under which settings a step is decided. Everything a decision needs from outside the case comes in here.</summary>
/// <param name="Moment">The moment of recording (UTC).</param>
/// <param name="On">The local date of effect: <see cref="Today"/>, or earlier for what happened before it was recorded.</param>
/// <param name="Facts">The organisation's settings; <see cref="Organisation.Version"/> says which.</param>
/// <param name="Salt">Thirty-two secret bytes, new for each step, that keep a text from being guessed from its hash.</param>
public sealed record At(DateTimeOffset Moment, DateOnly On, Actor Actor, Organisation Facts, ImmutableArray<byte> Salt)
{
    /// <summary>The date in Europe/Amsterdam at <see cref="Moment"/>.</summary>
    public DateOnly Today => LocalTime.DateOf(Moment);

    /// <summary>Keeps a text outside the log: the event carries its hash, the erasable store the text.</summary>
    public FreeText Keep(string text) => FreeText.Of(text, Salt.AsSpan());

    /// <inheritdoc cref="Keep"/>
    public FreeText? KeepOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Keep(text);
}

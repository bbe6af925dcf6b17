namespace WobWorkflow.Cases.Tests;

internal static class Outcomes
{
    /// <summary>It was refused, for this reason and on this article.</summary>
    /// <param name="article">Null where no article says so.</param>
    public static Refused ShouldBeRefused(this Outcome outcome, string code, string? article = null, RefusalKind kind = RefusalKind.Conflict)
    {
        var refused = outcome.ShouldBeOfType<Refused>();
        refused.Code.ShouldBe(code);
        refused.Article.ShouldBe(article);
        refused.Kind.ShouldBe(kind);
        return refused;
    }

    /// <summary>The payload's field is at fault.</summary>
    public static void ShouldBeInvalid(this Outcome outcome, string field, string code, string? article = null) =>
        outcome.ShouldBeRefused(code, article, RefusalKind.Invalid).Field.ShouldBe(field);

    public static void ShouldBeUnknown(this Outcome outcome, string code, string? article = null) => outcome.ShouldBeRefused(code, article, RefusalKind.Unknown);

    public static void ShouldBeForbidden(this Outcome outcome, string code, string? article = null) => outcome.ShouldBeRefused(code, article, RefusalKind.Forbidden);

    public static TEvent ShouldGive<TEvent>(this Outcome outcome)
        where TEvent : Event =>
        outcome.ShouldBeOfType<Accepted>().Events.ShouldHaveSingleItem().ShouldBeOfType<TEvent>();
}

using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Who looks at a page; null where nobody signed in.</summary>
internal sealed record DeskVisitor(Actor Actor, string Name)
{
    public static DeskVisitor? Of(HttpContext http) =>
        http.User.Identity?.AuthenticationType == DeskIdentity.Scheme && Callers.Of(http.User) is { } actor
            ? new DeskVisitor(actor, http.User.FindFirst("name")?.Value ?? actor.Id)
            : null;

    public string Roles => string.Join(", ", Actor.Roles.Order().Select(Labels.Of));

    /// <summary>The pages that are of use to this visitor.</summary>
    public ImmutableArray<(string Path, string Title)> Places
    {
        get
        {
            var all = new Sight(Actor).SeesAll;
            return [.. Known.Where(place => all || place.ForAll).Select(place => (place.Path, place.Title))];
        }
    }

    private static readonly ImmutableArray<(string Path, string Title, bool ForAll)> Known =
    [
        ("/cases", Sentences.Say("common.worklist"), true),
        ("/rulings", Sentences.Say("common.rulings"), false),
        ("/calendar", Sentences.Say("common.calendar"), true),
        ("/reports", Sentences.Say("common.year-numbers"), false),
        ("/calculator", Sentences.Say("common.calculator"), true),
        ("/organisation", Sentences.Say("common.settings"), false),
    ];
}

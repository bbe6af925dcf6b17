using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>The language in which a caller reads what is written in both.</summary>
internal enum Language
{
    Nl,
    En,
}

/// <summary>Which language a caller asks for; Dutch, unless English is asked for first.</summary>
internal static class Languages
{
    public static Language Of(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is null or > 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Named(language.Value.Value?.Split('-')[0]))
            .FirstOrDefault(language => language is not null) ?? Language.Nl;

    /// <summary>Null where we don't speak it.</summary>
    public static Language? Named(string? name) => name?.ToLowerInvariant() switch
    {
        "nl" => Language.Nl,
        "en" => Language.En,
        _ => null,
    };

    public static string In(this Wording wording, Language language) => language == Language.En ? wording.En : wording.Nl;

    public static string In(this ProofLine line, Language language) => language == Language.En ? line.En : line.Nl;
}

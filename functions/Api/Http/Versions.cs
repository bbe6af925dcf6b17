using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WobWorkflow.Api;

/// <summary>The version of an aggregate as entity tags carry it.</summary>
internal static class Versions
{
    /// <summary>A version that nothing ever had: it can't match.</summary>
    private const long None = -1;

    public static string TagOf(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// The version on which the caller insists; null where it insists on none. A tag that is weak or never was ours matches nothing (RFC 9110, 13.1.1),
    /// so that the step is refused with 412 and not taken.
    /// </summary>
    /// <exception cref="ProblemException">The header can't be read.</exception>
    public static long? Required(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags) || tags.Count == 0)
            throw new ProblemException(Problems.IfMatchUnreadable);
        return tags.Any(tag => tag.Tag == "*") ? null : tags.Max(VersionOf);
    }

    /// <summary>Whether the caller has this version already (<c>If-None-Match</c>).</summary>
    public static bool IsKnown(HttpRequest request, long version) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags) && tags.Any(tag => tag.Tag == "*" || tag.Tag == TagOf(version));

    private static long VersionOf(EntityTagHeaderValue tag) =>
        !tag.IsWeak && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : None;
}

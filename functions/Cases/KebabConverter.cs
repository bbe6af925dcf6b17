using System.Text.Json;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// Writes an enum as its name in kebab-case and refuses numbers, so that a stored value never depends on the order of the members.
/// </summary>
public sealed class KebabConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

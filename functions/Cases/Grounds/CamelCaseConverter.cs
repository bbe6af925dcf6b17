using System.Text.Json;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// Writes an enum as its name in camel case and refuses numbers, so that a stored value never depends on the order of the members.
/// </summary>
public sealed class CamelCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

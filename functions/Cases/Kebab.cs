using System.Text.Json;

namespace WobWorkflow.Cases;

/// <summary>The spelling of enumerations in JSON: kebab-case.</summary>
public static class Kebab
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

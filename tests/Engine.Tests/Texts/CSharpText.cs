using System.Text.RegularExpressions;

namespace WobWorkflow.Engine.Tests;

/// <summary>Reads C# as far as strings, comments and brackets go: enough to find what is literal in it.</summary>
internal static partial class CSharpText
{
    /// <summary>Whether a string literal starts here.</summary>
    public static bool IsString(string text, int at) => StringStart().Match(text, at, Math.Min(3, text.Length - at)).Success;

    /// <summary>Where the token that starts here ends; of what is no string, character or comment each character is one.</summary>
    public static int Past(string text, int at)
    {
        if (IsString(text, at))
            return PastString(text, at);
        if (text[at] == '\'' && Character().Match(text, at) is { Success: true } character)
            return at + character.Length;
        if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
            return text.IndexOf('\n', at);
        return at + 1;
    }

    /// <summary>Where what this bracket opens is closed again: after the closing one.</summary>
    public static int PastBrackets(string text, int at)
    {
        var open = 1;
        for (at++; open > 0; at = Past(text, at))
            open += text[at] is '(' or '[' or '{' ? 1 : text[at] is ')' or ']' or '}' ? -1 : 0;
        return at;
    }

    /// <summary>The arguments of a call, of which <paramref name="at"/> is the opening bracket.</summary>
    public static List<string> Arguments(string text, int at)
    {
        var (arguments, end, start) = (new List<string>(), PastBrackets(text, at) - 1, at + 1);
        for (var i = start; i < end; i = text[i] is '(' or '[' or '{' ? PastBrackets(text, i) : Past(text, i))
        {
            if (text[i] == ',')
            {
                arguments.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        arguments.Add(text[start..end].Trim());
        return arguments;
    }

    /// <summary>What is literal in the string that starts here, and where in it code stands.</summary>
    public static (string Literal, List<(int Start, int End)> Holes) StringAt(string text, int at)
    {
        var (literal, holes, end) = (new System.Text.StringBuilder(), new List<(int, int)>(), PastString(text, at) - 1);
        var interpolated = text.AsSpan(at, 2).Contains('$');
        for (var i = text.IndexOf('"', at) + 1; i < end;)
        {
            if (interpolated && text[i] == '{' && text[i + 1] != '{')
            {
                var past = PastBrackets(text, i);
                holes.Add((i + 1, past - 1));
                i = past;
            }
            else
            {
                literal.Append(text[i++]);
            }
        }

        return (literal.ToString(), holes);
    }

    private static int PastString(string text, int at)
    {
        var quote = text.IndexOf('"', at);
        var (interpolated, verbatim) = (text.IndexOf('$', at, quote - at) >= 0, text.IndexOf('@', at, quote - at) >= 0);
        for (var i = quote + 1; ; i++)
        {
            if (text[i] == '\\' && !verbatim)
                i++;
            else if (interpolated && text[i] == '{' && text[i + 1] == '{')
                i++;
            else if (interpolated && text[i] == '{')
                i = PastBrackets(text, i) - 1;
            else if (text[i] == '"' && verbatim && text[i + 1] == '"')
                i++;
            else if (text[i] == '"')
                return i + 1;
        }
    }

    [GeneratedRegex(@"\G[$@]{0,2}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StringStart();

    [GeneratedRegex(@"\G'(\\[^']+|[^'\\])'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Character();
}

using System.Text.RegularExpressions;

namespace WobWorkflow.Engine.Tests;

/// <summary>No page, nor a script of one, holds a word that a person reads: all of them stand in the files of sentences.</summary>
public sealed partial class PageTextsTests
{
    /// <summary>Attributes of elements and of components that people see or hear.</summary>
    private static readonly string[] Seen = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt", "label", "data-label", "Title", "Label", "Hint", "Error", "Text"];

    /// <summary>Names of keys on a keyboard, which every language writes alike.</summary>
    private static readonly string[] Allowed = ["n", "p", "u", "j", "k", "t", "v", "g", "d", "Shift", "Ctrl", "Enter", "Esc"];

    /// <summary>What is written like words and is none: settings, headers, formats, elements, names of the rehearsal's persons, and what is matched and replaced.</summary>
    private static readonly string[] AllowedInCode =
    [
        "Rehearsal:Enabled", "Pages:Theme", "Microsoft.AspNetCore.DataProtection", "WobWorkflow", "Identity:ClientId", "Identity:Authority", "Identity:ClientSecret", "Identity:Scopes", "openid profile email",
        "The token is not signed.", "The token names nobody.", "Model", "Id", "True", "False", "Europe/Amsterdam", "public, max-age=31536000, immutable", "NCTV",
        "Marijke Coördinator", "Henk Behandelaar", "Aisha Afdelingshoofd", "Sander Tekenbevoegd", "Olga Bezwaar", "Pieter Procesvertegenwoordiger", "Wim Webredactie", "Liesbeth Liaison", "Truus Toezichthouder", "Bas Beheerder",
        ", zonder aanhalingstekens", ", tussen aanhalingstekens", "Geef true of false.",
        "text/css; charset=utf-8", "text/javascript; charset=utf-8", "text/html; charset=utf-8",
    ];

    /// <summary>What elements are found by, and classes of theirs.</summary>
    private static readonly string[] AllowedInScripts = ["input:not([type=checkbox], [type=radio]), textarea, select", "[role=alert] li", "[role=alert] p", "main p", "draft here"];

    [Fact]
    public void Components_HoldNoWords_BetweenTagsOrInAttributes() =>
        (from source in PageSources.Components
         from literal in RazorText.In(source.Text)
         where literal.Attribute is null || Seen.Contains(literal.Attribute)
         let words = Entity().Replace(literal.Text, " ").Trim()
         where words.Any(char.IsLetter) && !Allowed.Contains(words)
         select $"{source.Name}:{source.Line(literal.At + literal.Text.Length - literal.Text.TrimStart().Length)}: {words}").ShouldBeEmpty();

    [Fact]
    public void Code_OfPages_HoldsNoSentences() =>
        (from source in PageSources.Components.Concat(PageSources.Code)
         from literal in source.Name.EndsWith(".razor", StringComparison.Ordinal) ? RazorText.In(source.Text) : RazorText.InCode(source.Text)
         where literal.Attribute is "" && IsProse(literal.Text) && !AllowedInCode.Contains(literal.Text)
         select $"{source.Name}:{source.Line(literal.At)}: {literal.Text}").ShouldBeEmpty();

    [Fact]
    public void Scripts_HoldNoSentences() =>
        (from source in PageSources.Scripts.Select(source => source with { Text = Comment().Replace(source.Text, comment => new string('\n', comment.Value.Count(c => c == '\n'))) })
         from literal in ScriptStrings().Matches(source.Text).Cast<Match>()
         let words = literal.Value[1..^1]
         where IsProse(words) && !KeyName().IsMatch(words) && !AllowedInScripts.Contains(words)
         select $"{source.Name}:{source.Line(literal.Index)}: {words}").ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Terug</p>", "Terug")]
    [InlineData("<p>@x <strong>na</strong></p>", "na")]
    [InlineData("<Field Id=\"a\" Label=\"Naam\" />", "Naam")]
    [InlineData("@if (a > 0)\n{\n    <p title=\"Dag\">@b</p>\n}", "Dag")]
    [InlineData("<p>@(a ? \"Geen zaak\" : $\"{b} zaken\")</p>", "Geen zaak")]
    [InlineData("@Phrase(\"k\", @<a href=\"/x\">hier</a>)", "hier")]
    public void Reader_FindsWhatIsLiteral(string component, string word) =>
        RazorText.In(component).ShouldContain(literal => literal.Text == word);

    /// <summary>Words with a blank between them, a capital or a stop in front, or letters that no code has. One word in small letters can't be told from a code.</summary>
    private static bool IsProse(string text) => Prose().IsMatch(text) && !text.Contains("'self'", StringComparison.Ordinal) && !Markup().IsMatch(text);

    [GeneratedRegex(@"\p{L}[,.;:]? [\p{L}(]|^\p{Lu}\p{Ll}|[À-ÿ]|^[ ,;:]+\p{L}|^\(\p{L}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prose();

    [GeneratedRegex(@"^<\w+ ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"&#?\w+;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"'[^'\n]*'|`[^`]*`|""[^""\n]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptStrings();

    [GeneratedRegex(@"/\*.*?\*/|(?<=\s|^)//[^\n]*", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("^(Enter|Escape|Arrow[A-Z][a-z]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyName();
}

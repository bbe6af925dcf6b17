using System.Text.RegularExpressions;

namespace WobWorkflow.Engine.Tests;

/// <summary>What is literal in a component: the text between its tags, the values of its attributes, and the strings in its code.</summary>
internal sealed partial class RazorText
{
    private static readonly string[] Void = ["input", "br", "meta", "link", "hr", "img", "col"];

    private readonly string _text;
    private int _at;

    private RazorText(string text) => _text = text;

    private List<Literal> Found { get; } = [];

    /// <param name="Attribute">Null for text between tags, empty for a string in code.</param>
    internal sealed record Literal(int At, string? Attribute, string Text);

    public static IReadOnlyList<Literal> In(string component)
    {
        var reader = new RazorText(component);
        reader.Children();
        return reader.Found;
    }

    /// <summary>The strings in code, those in the holes of strings too.</summary>
    public static IReadOnlyList<Literal> InCode(string code)
    {
        var reader = new RazorText(code);
        reader.Code(code.Length);
        return reader.Found;
    }

    private bool Starts(string with) => string.CompareOrdinal(_text, _at, with, 0, with.Length) == 0;

    private bool Starts(Regex with, out Match match) => (match = with.Match(_text, _at)).Success;

    private void Blanks()
    {
        while (char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private void Children()
    {
        var start = _at;
        void Flush()
        {
            if (_at > start)
                Found.Add(new Literal(start, null, _text[start.._at]));
        }

        while (_at < _text.Length && !Starts("</"))
        {
            if (_text[_at] is not ('<' or '@') && !Starts(CodeBlock(), out _))
            {
                _at++;
                continue;
            }

            Flush();
            if (Starts(CodeBlock(), out var code))
            {
                _at += code.Length;
                Code(_text.Length);
            }
            else if (Starts("<!"))
            {
                _at = _text.IndexOf('>', _at) + 1;
            }
            else if (_text[_at] == '<')
            {
                Element();
            }
            else
            {
                At();
            }

            start = _at;
        }

        Flush();
    }

    private void Element()
    {
        Starts(Name(), out var name);
        _at += name.Length;
        for (Blanks(); !Starts("/>") && _text[_at] != '>'; Blanks())
        {
            Starts(AttributeName(), out var attribute);
            _at += attribute.Length;
            if (!Starts("=\""))
                continue;
            _at += 2;
            Value(attribute.Value);
        }

        var closed = Starts("/>");
        _at += closed ? 2 : 1;
        if (closed || Void.Contains(name.Value[1..]))
            return;
        Children();
        _at = _text.IndexOf('>', _at) + 1;
    }

    private void Value(string attribute)
    {
        var literal = new System.Text.StringBuilder();
        var start = _at;
        while (_text[_at] != '"')
        {
            if (_text[_at] == '@')
                At();
            else
                literal.Append(_text[_at++]);
        }

        Found.Add(new Literal(start, attribute, literal.ToString()));
        _at++;
    }

    /// <summary>What follows the sign that leads from markup into code.</summary>
    private void At()
    {
        if (Starts("@*"))
        {
            _at = _text.IndexOf("*@", _at, StringComparison.Ordinal) + 2;
        }
        else if (Starts(Directive(), out var directive))
        {
            _at += directive.Length;
        }
        else if (Starts(Statement(), out _))
        {
            _at++;
            Block();
        }
        else if (_text[_at + 1] == '(')
        {
            _at++;
            Code(CSharpText.PastBrackets(_text, _at));
        }
        else
        {
            Code(PastExpression(_at + 1));
        }
    }

    private int PastExpression(int at)
    {
        at += Word().Match(_text, at).Length;
        while (at < _text.Length)
        {
            if (_text[at] is '(' or '[')
                at = CSharpText.PastBrackets(_text, at);
            else if (Member().Match(_text, at) is { Success: true } member)
                at += member.Length;
            else
                break;
        }

        return at;
    }

    /// <summary>A statement with its blocks, which hold markup or statements.</summary>
    private void Block()
    {
        while (_text[_at] != '{')
        {
            if (_text[_at] == '(')
                Code(CSharpText.PastBrackets(_text, _at));
            else
                _at++;
        }

        _at++;
        for (Blanks(); _text[_at] != '}'; Blanks())
        {
            if (_text[_at] == '<')
                Element();
            else if (_text[_at] == '@')
                At();
            else if (Starts(InnerStatement(), out _))
                Block();
            else
                Code(PastStatement());
        }

        _at++;
        if (Starts(Else(), out _))
            Block();
    }

    private int PastStatement()
    {
        var label = Starts(Label(), out _);
        var at = _at;
        while (_text[at] != (label ? ':' : ';'))
            at = _text[at] is '(' or '[' or '{' ? CSharpText.PastBrackets(_text, at) : CSharpText.Past(_text, at);
        return at + 1;
    }

    private void Code(int end)
    {
        while (_at < end)
        {
            if (Starts(Template(), out _))
            {
                _at++;
                Element();
            }
            else if (CSharpText.IsString(_text, _at))
            {
                var (start, past) = (_at, CSharpText.Past(_text, _at));
                var (literal, holes) = CSharpText.StringAt(_text, _at);
                Found.Add(new Literal(start, "", literal));
                foreach (var (hole, endOfHole) in holes)
                {
                    _at = hole;
                    Code(endOfHole);
                }

                _at = past;
            }
            else
            {
                _at = CSharpText.Past(_text, _at);
            }
        }
    }

    [GeneratedRegex(@"\G@code\s*\{", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\G<[A-Za-z][\w.-]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\G[@\w:.-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AttributeName();

    [GeneratedRegex(@"\G@(namespace|using|inject|implements|inherits)\b[^\n]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G@(if|foreach|for|switch|while)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\G(if|foreach|for|switch|while)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InnerStatement();

    [GeneratedRegex(@"\G\s*else\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Else();

    [GeneratedRegex(@"\G(case\b|default\s*:)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\G@<[A-Za-z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Template();

    [GeneratedRegex(@"\G\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\G[?!]?\.[A-Za-z_]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();
}

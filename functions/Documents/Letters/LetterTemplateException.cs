namespace WobWorkflow.Documents;

/// <summary>A template cannot be used. Says where and why by code, and never what was to be printed: letters name people, and exceptions go to the log.</summary>
public sealed class LetterTemplateException(string file, int? line, string problem)
    : Exception($"Letter template {file}{(line is { } n ? $", line {n}" : "")}: {problem}.")
{
    /// <summary>File name of the template.</summary>
    public string File { get; } = file;

    /// <summary>Line in that file, from 1; null where lines mean nothing (a letterhead) or the line is not known.</summary>
    public int? Line { get; } = line;

    /// <summary>Kebab-case code: <c>not-found</c>, <c>syntax</c>, <c>unknown-value</c>, <c>unknown-filter</c>, <c>cannot-be-rendered</c>, <c>not-a-word-document</c>, <c>no-control-{tag}</c>.</summary>
    public string Problem { get; } = problem;
}

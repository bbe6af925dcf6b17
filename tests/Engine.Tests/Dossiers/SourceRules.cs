namespace WobWorkflow.Engine.Tests;

/// <summary>A create without a condition empties a live log, and an append without one forks it: both are written in one file only.</summary>
public sealed class SourceRules
{
    [Fact]
    public void AppendBlobs_AreTouched_InOneFileOnly() =>
        Sources().Where(source => source.Text.Contains("AppendBlob", StringComparison.Ordinal)).Select(source => source.Name)
            .ShouldBe(["LogBlobs.cs"]);

    [Fact]
    public void AppendBlobs_Created_AreCreatedOnlyWhereThereIsNone()
    {
        var text = Sources().Single(source => source.Name == "LogBlobs.cs").Text;

        Occurrences(text, ".CreateAsync(").ShouldBe(1);
        Occurrences(text, "IfNoneMatch = ETag.All").ShouldBe(1);
        Occurrences(text, ".AppendBlockAsync(").ShouldBe(1);
        Occurrences(text, "IfAppendPositionEqual = at").ShouldBe(1);
        text.ShouldNotContain("CreateIfNotExists");
    }

    [Fact]
    public void LogsContainer_IsOpened_ByTheLogStoreOnly() =>
        Sources().Where(source => source.Text.Contains("account.Logs", StringComparison.Ordinal)).Select(source => source.Name)
            .ShouldBe(["LogStore.cs"]);

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static IEnumerable<(string Name, string Text)> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(Azurite.Root(), "functions"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select (Path.GetFileName(file), File.ReadAllText(file));
}

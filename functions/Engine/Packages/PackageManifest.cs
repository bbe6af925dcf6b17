using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>
/// Writes the manifest of a package: every file with its hash and size, of a document its number and judgement; what was left out and why; and what is missing.
/// It names no one, and the same package gives the same manifest.
/// </summary>
internal static class PackageManifest
{
    public const string Name = "manifest.json";
    public const string ArtifactKind = "package-manifest";
    public const string MediaType = "application/json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public static async Task WriteAsync(
        Stream to, string caseId, Package package, PackagePlan plan, IAsyncEnumerable<PackedFile> files, IReadOnlyList<PackageMissing> missing, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteString("caseId", caseId);
        json.WriteString("packageId", package.Id.ToString());
        json.WriteString("kind", Kebab.Of(package.Kind));
        json.WriteString("about", package.About);
        json.WriteString("state", Kebab.Of(missing.Count == 0 ? PackageState.Complete : PackageState.Incomplete));
        json.WriteStartObject("basis");
        json.WriteString("files", plan.Basis.Files);
        json.WriteString("inventory", plan.Basis.Inventory);
        json.WriteString("documents", plan.Basis.Documents);
        json.WriteEndObject();
        json.WriteStartArray("files");
        await foreach (var file in files.WithCancellation(cancellation))
        {
            Write(json, file);
            await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteStartArray("leftOut");
        foreach (var document in plan.Documents.Where(document => document.Answer is StaysOut))
        {
            json.WriteStartObject();
            json.WriteNumber("number", document.Id.Number);
            json.WriteString("documentId", document.Id.ToString());
            if (document.Judgement is { } judgement)
                json.WriteString("judgement", Kebab.Of(judgement));
            json.WriteString("reason", ((StaysOut)document.Answer).Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var (subject, code) in missing)
        {
            json.WriteStartObject();
            json.WriteString("subject", subject);
            json.WriteString("reason", code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackedFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.File.Name);
        json.WriteString("sha256", file.File.Sha256);
        json.WriteNumber("size", file.File.Size);
        if (file.DocumentId is { } id)
        {
            json.WriteNumber("number", id.Number);
            json.WriteString("documentId", id.ToString());
        }

        if (file.Judgement is { } judgement)
            json.WriteString("judgement", Kebab.Of(judgement));
        if (file.Version is { } version)
            json.WriteString("version", Kebab.Of(version));
        json.WriteEndObject();
    }
}

/// <summary>A file as it was put into a package.</summary>
/// <param name="DocumentId">Null for what is no document of the request.</param>
internal sealed record PackedFile(ArchivedFile File, DocumentId? DocumentId = null, Judgement? Judgement = null, DocumentVersion? Version = null);

using System.Text;

namespace WobWorkflow.Documents;

/// <summary>Inspects everything of a PDF file that isn't the face of a page, byte for byte.</summary>
internal sealed class StructureInspection(PdfScan file, WithheldWords words)
{
    private const int LongestComment = 120;

    private static readonly Dictionary<string, RedactionFlaw> ByKey = new(StringComparer.Ordinal)
    {
        ["EmbeddedFiles"] = RedactionFlaw.Attachment,
        ["EF"] = RedactionFlaw.Attachment,
        ["AF"] = RedactionFlaw.Attachment,
        ["Collection"] = RedactionFlaw.Attachment,
        ["JavaScript"] = RedactionFlaw.Script,
        ["JS"] = RedactionFlaw.Script,
        ["OpenAction"] = RedactionFlaw.AutomaticAction,
        ["AA"] = RedactionFlaw.AutomaticAction,
        ["OCProperties"] = RedactionFlaw.Layer,
        ["PieceInfo"] = RedactionFlaw.PrivateData,
        ["Thumb"] = RedactionFlaw.Thumbnail,
        ["XFA"] = RedactionFlaw.FormField,
    };

    /// <summary>What an action may not do (ISO 32000-2, table 201).</summary>
    private static readonly string[] Acting =
        ["Launch", "SubmitForm", "ImportData", "ResetForm", "GoToR", "GoToE", "Movie", "Sound", "Rendition", "RichMediaExecute", "SetOCGState", "Hide", "Trans", "GoTo3DView"];

    /// <summary>What may be said about the file; an author or keywords may not.</summary>
    private static readonly string[] Harmless = ["Producer", "Creator", "CreationDate", "ModDate", "Title", "Trapped"];

    private static readonly string[] Personal = ["dc:creator", "dc:description", "dc:subject", "dc:contributor", "pdf:Keywords", "xmpMM:History", "xmpMM:DerivedFrom", "photoshop:"];

    private readonly HashSet<RedactionFinding> _findings = [];
    private readonly Dictionary<int, int> _pageOf = [];

    public IEnumerable<RedactionFinding> Run()
    {
        if (file.Trailers.Exists(trailer => trailer.Has("Encrypt")))
            return [new(RedactionFlaw.Encrypted)];
        var pages = Pages();
        foreach (var (i, page) in pages.Index())
            Claim(page, i + 1);
        InspectFile();
        foreach (var item in file.All)
            InspectObject(item);
        foreach (var (i, page) in pages.Index())
            InspectPage(page, i + 1);
        InspectInformation();
        InspectPictures(pages);
        return _findings;
    }

    private void InspectFile()
    {
        if (file.Overwritten || file.Endings > (file.Linearized ? 2 : 1) || (!file.Linearized && file.Trailers.Exists(trailer => trailer.Has("Prev"))))
            Add(RedactionFlaw.EarlierRevision);
        if (file.Stray.Count > 0 || file.Comments.Exists(comment => comment.Length > LongestComment || words.AreIn(comment)))
            Add(RedactionFlaw.HiddenBytes);
        var reached = Reached();
        foreach (var item in file.All.Where(item => !reached.Contains(item.Number) && !BelongsToFile(item)))
            Add(RedactionFlaw.UnreferencedObject);
    }

    /// <summary>Cross-reference and object streams, and what a linearized file begins with: nothing refers to them, and they belong there.</summary>
    private bool BelongsToFile(PdfObject item) =>
        item.Dictionary?.NameOf("Type") is "XRef" or "ObjStm"
        || item.Value is PdfKeyword { Text: "null" }
        || (file.Linearized && item.Dictionary is { } first && (first.Has("Linearized") || (item.Stream is not null && first.Has("S") && !first.Has("Type"))));

    private HashSet<int> Reached()
    {
        var reached = new HashSet<int>();
        var open = new Stack<PdfValue>(file.Trailers.SelectMany(trailer => new[] { trailer["Root"], trailer["Info"] }).OfType<PdfValue>());
        foreach (var trailer in file.Trailers)
        {
            // A cross-reference stream may give its length by reference.
            if (trailer["Length"] is { } length)
                open.Push(length);
        }

        foreach (var item in file.All.Where(item => item.Dictionary?.NameOf("Type") == "ObjStm"))
            open.Push(item.Value);
        while (open.TryPop(out var value))
        {
            foreach (var reference in ReferencesIn(value))
            {
                if (reached.Add(reference) && file[reference] is { } item)
                    open.Push(item.Value);
            }
        }

        return reached;
    }

    private static IEnumerable<int> ReferencesIn(PdfValue value) => value switch
    {
        PdfReference reference => [reference.Number],
        PdfArray array => array.Items.SelectMany(ReferencesIn),
        PdfDictionary dictionary => dictionary.Entries.Values.SelectMany(ReferencesIn),
        _ => [],
    };

    private void InspectObject(PdfObject item)
    {
        int? page = _pageOf.TryGetValue(item.Number, out var number) ? number : null;
        InspectValue(item.Value, page, IsInformation(item) ? RedactionFlaw.Metadata : RedactionFlaw.HiddenText);
        if (item.Stream is not { } raw)
            return;
        if (file.Unreadable.Contains(item.Number) || file.Decode(item) is not { } decoded)
        {
            Add(RedactionFlaw.UnreadableStream, page);
            return;
        }

        var type = item.Dictionary!.NameOf("Type");
        if (type == "Metadata" || item.Dictionary.NameOf("Subtype") == "XML")
        {
            InspectXmp(Encoding.UTF8.GetString(decoded.Span), page);
            return;
        }

        if (words.RunIn(raw.Span) || (decoded.Length != raw.Length && words.RunIn(decoded.Span)))
            Add(RedactionFlaw.HiddenText, page);
        if (IsContent(item.Dictionary))
        {
            if (PdfContent.Described(decoded).Any(words.AreIn))
                Add(RedactionFlaw.AlternateText, page);
            if (words.RunIn(PdfContent.Strings(decoded)))
                Add(RedactionFlaw.HiddenText, page);
        }

        if (item.Dictionary.NameOf("Subtype") == "Image" && HoldsPictureOfItself(raw.Span))
            Add(RedactionFlaw.PictureMetadata, page);
    }

    private bool IsInformation(PdfObject item) => file.Trailers.Exists(trailer => trailer["Info"] is PdfReference { Number: var number } && number == item.Number);

    /// <summary>Streams without a type are content; forms say that they are.</summary>
    private static bool IsContent(PdfDictionary dictionary) =>
        dictionary.NameOf("Subtype") == "Form" || dictionary.NameOf("Type") == "Pattern" || (!dictionary.Has("Type") && !dictionary.Has("Subtype") && !dictionary.Has("FunctionType") && !dictionary.Has("Length1") && !dictionary.Has("N"));

    /// <summary>A JPEG may carry a small copy of how it was once, or words: Exif, XMP, Photoshop's data, comments.</summary>
    private static bool HoldsPictureOfItself(ReadOnlySpan<byte> raw)
    {
        if (raw is not [0xFF, 0xD8, ..])
            return false;
        for (var at = 2; at + 4 < raw.Length && raw[at] == 0xFF;)
        {
            var marker = raw[at + 1];
            if (marker is 0xE1 or 0xED or 0xFE)
                return true;
            if (marker is 0xDA or 0xD9)
                return false;
            at += 2 + ((raw[at + 2] << 8) | raw[at + 3]);
        }

        return false;
    }

    private void InspectValue(PdfValue value, int? page, RedactionFlaw strings)
    {
        switch (value)
        {
            case PdfBytes bytes when words.AreIn(bytes.Text):
                Add(strings, page);
                break;
            case PdfName name when words.RunIn(name.Text) || (name.Text.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '_' or '.' or ',')) && words.AreIn(name.Text)):
                Add(RedactionFlaw.ObjectName, page);
                break;
            case PdfArray array:
                array.Items.ForEach(item => InspectValue(item, page, strings));
                break;
            case PdfDictionary dictionary:
                InspectDictionary(dictionary, page, strings);
                break;
        }
    }

    private void InspectDictionary(PdfDictionary dictionary, int? page, RedactionFlaw strings)
    {
        if (dictionary.NameOf("Type") is "OCG" or "OCMD")
            Add(RedactionFlaw.Layer, page);
        if (dictionary.NameOf("S") is { } action && Acting.Contains(action, StringComparer.Ordinal))
            Add(RedactionFlaw.LaunchAction, page);
        if (dictionary["AcroForm"] is { } form && file.DictionaryOf(form) is { } fields && file.Resolve(fields["Fields"]) is PdfArray { Items.Count: > 0 })
            Add(RedactionFlaw.FormField, page);
        var bookmark = dictionary.Has("Title") && (dictionary.Has("Parent") || dictionary.Has("Dest") || dictionary.Has("A"));
        foreach (var (key, value) in dictionary.Entries)
        {
            if (ByKey.TryGetValue(key, out var flaw) && value is not PdfKeyword { Text: "null" })
                Add(flaw, page);
            if (key is "Registry" or "Ordering" or "ID")
                continue;
            InspectValue(new PdfName(key), page, strings);
            InspectValue(value, page, key switch
            {
                "Alt" or "ActualText" or "E" => RedactionFlaw.AlternateText,
                "Title" when bookmark => RedactionFlaw.Outline,
                _ => strings,
            });
        }
    }

    private void InspectXmp(string text, int? page)
    {
        if (Personal.Any(property => text.Contains($"<{property}", StringComparison.Ordinal) || text.Contains($" {property}=", StringComparison.Ordinal)) || words.AreIn(WithoutTags(text)))
            Add(RedactionFlaw.Metadata, page);
    }

    private static string WithoutTags(string xml)
    {
        var text = new StringBuilder();
        var inTag = false;
        var quoted = false;
        foreach (var c in xml)
        {
            // Values of attributes count as text; names of elements and attributes don't.
            if (inTag && c == '"')
                quoted = !quoted;
            else if (!quoted && c is '<' or '>')
                inTag = c == '<';
            else if (!inTag || quoted)
                text.Append(c);
            if (c is '"' or '<' or '>')
                text.Append(' ');
        }

        return text.ToString();
    }

    private void InspectPage(PdfDictionary page, int number)
    {
        foreach (var annotation in Items(page["Annots"]).Select(file.DictionaryOf).OfType<PdfDictionary>())
        {
            if (annotation.NameOf("Subtype") == "FileAttachment")
                Add(RedactionFlaw.Attachment, number);
            if (annotation.NameOf("Subtype") == "Widget")
                Add(RedactionFlaw.FormField, number);
            else if (annotation.NameOf("Subtype") != "Link" || annotation.Has("AP") || annotation.Has("Contents"))
                Add(RedactionFlaw.Annotation, number);
        }
    }

    private void InspectInformation()
    {
        foreach (var information in file.Trailers.Select(trailer => file.DictionaryOf(trailer["Info"])).OfType<PdfDictionary>())
        {
            foreach (var (key, value) in information.Entries)
            {
                if (file.Resolve(value) is not PdfBytes { Text: var text } || string.IsNullOrWhiteSpace(text.Trim('\0')))
                    continue;
                if (!Harmless.Contains(key, StringComparer.Ordinal) || words.AreIn(text))
                    Add(RedactionFlaw.Metadata);
            }
        }
    }

    /// <summary>A picture that no page draws is there for another reason.</summary>
    private void InspectPictures(List<PdfDictionary> pages)
    {
        var pictures = file.All.Where(item => item.Dictionary?.NameOf("Subtype") == "Image").ToList();
        if (pictures.Count == 0)
            return;
        var drawn = new HashSet<int>();
        foreach (var page in pages)
            Draw(ContentOf(page), Inherited(page, "Resources"), drawn, []);
        foreach (var picture in pictures.Where(picture => drawn.Contains(picture.Number)).ToList())
        {
            foreach (var mask in new[] { picture.Dictionary!["SMask"], picture.Dictionary["Mask"] }.OfType<PdfReference>())
                drawn.Add(mask.Number);
        }

        foreach (var picture in pictures.Where(picture => !drawn.Contains(picture.Number)))
            Add(RedactionFlaw.HiddenPicture, _pageOf.TryGetValue(picture.Number, out var number) ? number : null);
    }

    private void Draw(ReadOnlyMemory<byte> content, PdfDictionary? resources, HashSet<int> drawn, HashSet<int> visited)
    {
        if (file.DictionaryOf(resources?["XObject"]) is not { } available)
            return;
        foreach (var name in PdfContent.Drawn(content))
        {
            if (available[name] is not PdfReference reference || file[reference.Number] is not { Dictionary: { } target } item)
                continue;
            if (target.NameOf("Subtype") == "Image")
                drawn.Add(reference.Number);
            else if (visited.Add(reference.Number) && file.Decode(item) is { } inner)
                Draw(inner, file.DictionaryOf(target["Resources"]) ?? resources, drawn, visited);
        }
    }

    private ReadOnlyMemory<byte> ContentOf(PdfDictionary page)
    {
        using var all = new MemoryStream();
        foreach (var part in page["Contents"] is PdfReference { Number: var single } && file[single] is { Stream: not null } ? [page["Contents"]!] : Items(page["Contents"]))
        {
            if (part is PdfReference { Number: var number } && file[number] is { } item && file.Decode(item) is { } content)
                all.Write(content.Span);
            all.WriteByte((byte)'\n');
        }

        return all.ToArray();
    }

    private PdfDictionary? Inherited(PdfDictionary page, string key)
    {
        var node = page;
        for (var steps = 0; node is not null && steps < 64; steps++)
        {
            if (file.DictionaryOf(node[key]) is { } found)
                return found;
            node = file.DictionaryOf(node["Parent"]);
        }

        return null;
    }

    private List<PdfDictionary> Pages()
    {
        var visited = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        return file.Trailers.Select(trailer => file.DictionaryOf(trailer["Root"])).OfType<PdfDictionary>().Distinct(ReferenceEqualityComparer.Instance).Cast<PdfDictionary>()
            .SelectMany(root => Below(file.DictionaryOf(root["Pages"]), visited, 0)).ToList();
    }

    private List<PdfDictionary> Below(PdfDictionary? node, HashSet<PdfDictionary> visited, int depth)
    {
        if (node is null || depth > 64 || !visited.Add(node))
            return [];
        return node.Has("Kids") ? [.. Items(node["Kids"]).SelectMany(kid => Below(file.DictionaryOf(kid), visited, depth + 1))] : [node];
    }

    private List<PdfValue> Items(PdfValue? value) => file.Resolve(value) is PdfArray array ? array.Items : [];

    /// <summary>Says of every object which page it belongs to; the first page where there are several.</summary>
    private void Claim(PdfDictionary page, int number)
    {
        if (file.All.Find(item => ReferenceEquals(item.Value, page)) is { } own)
            _pageOf.TryAdd(own.Number, number);
        var open = new Stack<PdfValue>([page]);
        while (open.TryPop(out var value))
        {
            var entries = value is PdfDictionary dictionary ? dictionary.Entries.Where(e => e.Key is not ("Parent" or "P" or "Dest" or "D")).Select(e => e.Value) : [value];
            foreach (var reference in entries.SelectMany(ReferencesIn))
            {
                if (file[reference] is { } item && item.Dictionary?.NameOf("Type") is not ("Page" or "Pages" or "Catalog") && _pageOf.TryAdd(reference, number))
                    open.Push(item.Value);
            }
        }
    }

    private void Add(RedactionFlaw flaw, int? page = null) => _findings.Add(new(flaw, page));
}

using System.Collections.Immutable;
using System.IO.Compression;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace WobWorkflow.Documents;

/// <summary>Text and pages of a PDF.</summary>
internal static class PdfReading
{
    private const int DeepestObject = 256;

    public static ReadDocument Read(byte[] content, ReadingLimits limits, CancellationToken cancellation)
    {
        var filters = new BoundedFilters(limits.ExpandedBytes);
        try
        {
            using var pdf = Open(content, filters);
            if (pdf.NumberOfPages > limits.Pages)
                throw new UnreadableException("too-many-pages");
            var pages = ImmutableArray.CreateBuilder<string>(pdf.NumberOfPages);
            long characters = 0;
            for (var n = 1; n <= pdf.NumberOfPages; n++)
            {
                cancellation.ThrowIfCancellationRequested();
                var text = PdfPageText.Of(pdf.GetPage(n)).Text;
                characters += text.Length;
                if (characters > limits.Characters)
                    throw new UnreadableException("too-much-text");
                pages.Add(text);
            }

            if (pages.Count == 0)
                throw new UnreadableException("damaged-pdf");
            return new(DocumentType.Pdf, pages.Count, string.Join('\n', pages), pages.ToImmutable(), CreatedOn(pdf)) { From = pdf.Information.Author, Title = pdf.Information.Title };
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableException("encrypted-pdf");
        }
        catch (Exception) when (filters.Exceeded)
        {
            // The parser may have wrapped or swallowed what the filter threw.
            throw new UnreadableException("expands-too-much");
        }
    }

    /// <summary>Opens a PDF whose streams expand to a bearable size.</summary>
    public static PdfDocument Open(byte[] content, ReadingLimits limits) => Open(content, new BoundedFilters(limits.ExpandedBytes));

    private static PdfDocument Open(byte[] content, BoundedFilters filters) => PdfDocument.Open(content, new ParsingOptions
    {
        UseLenientParsing = true,
        SkipMissingFonts = true,
        MaxStackDepth = DeepestObject,
        FilterProvider = filters,
    });

    private static DateOnly? CreatedOn(PdfDocument pdf) =>
        pdf.Information.GetCreatedDateTimeOffset() is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    /// <summary>The parser's own filters with a budget: a stream of a few megabytes can expand to fill the memory.</summary>
    private sealed class BoundedFilters(long budget) : IFilterProvider
    {
        private long left = budget;

        public bool Exceeded { get; private set; }

        public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

        public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

        public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

        private List<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new Bound(f, this))];

        private void Spend(long bytes)
        {
            left -= bytes;
            if (left >= 0)
                return;
            Exceeded = true;
            throw new InvalidDataException("expands too much");
        }

        private sealed class Bound(IFilter inner, BoundedFilters owner) : IFilter
        {
            public bool IsSupported => inner.IsSupported;

            public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
            {
                // Flate alone expands a thousandfold: it is measured before it is let loose.
                if (inner is FlateFilter)
                    Measure(input);
                var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
                if (inner is not FlateFilter)
                    owner.Spend(output.Length);
                return output;
            }

            private void Measure(Memory<byte> input)
            {
                try
                {
                    using var expanded = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                    var buffer = new byte[81920];
                    for (int n; (n = expanded.Read(buffer)) > 0;)
                        owner.Spend(n);
                }
                catch (InvalidDataException) when (!owner.Exceeded)
                {
                    // Damaged streams are for the parser to judge: it got no further than this either.
                }
            }
        }
    }
}

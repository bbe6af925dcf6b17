using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// Draws the pages of a PDF with poppler's <c>pdftoppm</c>, in a process of its own: what arrives may be hostile, and a process can be ended. Nothing is written to disk.
/// </summary>
/// <param name="command">The program, by name or path.</param>
internal sealed class PageRaster(string command)
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TimePerPage = TimeSpan.FromSeconds(10);

    /// <summary>The pages one after the other, without what was written on top of them (annotations).</summary>
    /// <exception cref="RenditionRefusedException">The program isn't there, failed, or took too long.</exception>
    public async IAsyncEnumerable<PageImage> DrawAsync(byte[] pdf, int pages, int dotsPerInch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var process = Start(dotsPerInch);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(StartTime + (TimePerPage * pages));
        var feeding = FeedAsync(process, pdf, timeout.Token);
        var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, timeout.Token);
        try
        {
            await using var output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 20);
            for (var n = 1; n <= pages; n++)
            {
                PageImage page;
                try
                {
                    page = await ReadAsync(output, timeout.Token);
                }
                catch (Exception e) when (!cancellation.IsCancellationRequested && e is OperationCanceledException or IOException or FormatException)
                {
                    throw new RenditionRefusedException(RenditionRefusal.PagesNotDrawn);
                }

                yield return page;
            }
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await Task.WhenAll(feeding, complaints).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private Process Start(int dotsPerInch)
    {
        var start = new ProcessStartInfo(command) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-cropbox", "-hide-annotations", "-" })
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start) ?? throw new RenditionRefusedException(RenditionRefusal.NoRenderer);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new RenditionRefusedException(RenditionRefusal.NoRenderer);
        }
    }

    private static async Task FeedAsync(Process process, byte[] pdf, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped reading: what it drew, or didn't, tells.
        }
    }

    /// <summary>A picture as PPM: <c>P6</c>, width, height, 255, then three bytes for each pixel.</summary>
    private static async Task<PageImage> ReadAsync(Stream output, CancellationToken cancellation)
    {
        if (await WordAsync(output, cancellation) != "P6")
            throw new FormatException("no picture");
        var width = int.Parse(await WordAsync(output, cancellation), NumberStyles.None, CultureInfo.InvariantCulture);
        var height = int.Parse(await WordAsync(output, cancellation), NumberStyles.None, CultureInfo.InvariantCulture);
        if (await WordAsync(output, cancellation) != "255" || (long)width * height is <= 0 or > PageImage.MostPixels)
            throw new FormatException("no bearable picture");
        var pixels = new byte[width * height * 3];
        await output.ReadExactlyAsync(pixels, cancellation);
        return new PageImage(width, height, pixels);
    }

    private static async Task<string> WordAsync(Stream output, CancellationToken cancellation)
    {
        var word = new StringBuilder();
        var one = new byte[1];
        while (word.Length < 12)
        {
            if (await output.ReadAsync(one, cancellation) == 0)
                throw new EndOfStreamException();
            if (char.IsWhiteSpace((char)one[0]))
                break;
            word.Append((char)one[0]);
        }

        return word.ToString();
    }
}

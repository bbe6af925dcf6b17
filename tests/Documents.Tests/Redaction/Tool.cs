using System.Diagnostics;
using System.Text;

namespace WobWorkflow.Documents.Tests;

/// <summary>Programs of others that look into PDF files: what they see is seen independently of our own inspection.</summary>
internal static class Tool
{
    /// <summary>The text that poppler finds.</summary>
    public static string Text(byte[] pdf) => Encoding.UTF8.GetString(Run("pdftotext", pdf, file => ["-enc", "UTF-8", file, "-"]).Output);

    /// <summary>The pictures that poppler finds, as many as there are lines under the heading.</summary>
    public static int Pictures(byte[] pdf) =>
        Encoding.UTF8.GetString(Run("pdfimages", pdf, file => ["-list", file]).Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2;

    /// <summary>All that stands in the file, object streams opened and streams decompressed, byte for byte.</summary>
    public static string Everything(byte[] pdf) =>
        Encoding.Latin1.GetString(Run("qpdf", pdf, file => ["--qdf", "--object-streams=disable", "--decode-level=specialized", file, "-"]).Output);

    /// <summary>The file saved anew by qpdf.</summary>
    public static byte[] Saved(byte[] pdf, params string[] options) => Run("qpdf", pdf, file => [.. options, file, "-"]).Output;

    /// <summary>Whether qpdf finds nothing wrong with how the file is built.</summary>
    public static string Complaints(byte[] pdf)
    {
        var (output, code) = Run("qpdf", pdf, file => ["--check", file]);
        return code == 0 ? "" : Encoding.UTF8.GetString(output);
    }

    private static (byte[] Output, int Code) Run(string program, byte[] pdf, Func<string, string[]> arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"wobworkflow-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments(file)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var complaints = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            complaints.Wait();
            process.WaitForExit();
            // qpdf says 3 where it had warnings.
            return process.ExitCode is 0 or 3 ? (output.ToArray(), process.ExitCode) : throw new InvalidOperationException($"{program} failed: {complaints.Result}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}

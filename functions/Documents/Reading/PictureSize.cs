using SkiaSharp;

namespace WobWorkflow.Documents;

/// <summary>How large a picture would be in memory, read from its header alone.</summary>
internal static class PictureSize
{
    /// <summary>Its points; 0 for what this can't read, which then nothing here unfolds either.</summary>
    public static long Of(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        return codec is null ? 0 : (long)codec.Info.Width * codec.Info.Height;
    }
}

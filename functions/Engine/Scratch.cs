namespace WobWorkflow.Engine;

/// <summary>Room on disk for what may be larger than memory; gone when it is closed.</summary>
public static class Scratch
{
    public static FileStream Open() => new(
        Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
